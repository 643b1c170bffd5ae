using System.Diagnostics;
using System.Globalization;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>A hundred thousand methods are found in seconds, with little memory, and nothing grows faster than their number.</summary>
public sealed class CrowdTests(ITestOutputHelper output)
{
    private const long MostKilobytes = 300 * 1024;

    [Theory]
    [InlineData("Crowd.OnSource", "100000", "1", "mixed", 20_000)]
    [InlineData("Crowd.OnDelay", "100000", "1", "delay", 100_000)]
    [InlineData("Crowd.OnOneMethod", "10000", "1", "fanin", 10_000)]
    [InlineData("Crowd.OnSource", "1", "10000", "chain", 1)]
    [InlineData("Crowd.Link", "1", "10000", "chain", 9_999)]
    public void Find_answers_in_seconds_below_300_MB(string pattern, string count, string depth, string shape, int lines)
    {
        using TargetProcess target = TargetProcess.Start("Many", Runtimes.Net10, count, depth, shape);
        target.ReadUntil("ready");

        MeasuredRun run = MeasuredRun.Of("find", pattern, target.Pid.ToString(CultureInfo.InvariantCulture), "--limit", "1000000");

        output.WriteLine($"{count} {shape}, {depth} deep: {run}");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(lines, run.Lines);
        Assert.InRange(run.PeakKilobytes, 1, MostKilobytes);
        Assert.InRange(run.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        target.Send("go");
        Assert.Equal($"finished {count}", target.ReadLine());
    }

    [Theory]
    [InlineData("fanin")]
    [InlineData("chain")]
    [InlineData("semaphore")]
    [InlineData("shared")]
    [InlineData("whenall")]
    public void No_shape_takes_more_than_its_number(string shape)
    {
        const int count = 20_000;
        string[] arguments = shape == "chain" ? ["1", $"{count}", shape] : [$"{count}", "1", shape];
        using TargetProcess target = TargetProcess.Start("Many", Runtimes.Net10, arguments);
        target.ReadUntil("ready");

        // A walk that is quadratic makes four hundred million steps of this, and would not come back in time.
        var clock = Stopwatch.StartNew();
        TaskGraph graph = Look.At(target);
        var repr = new Repr(graph);

        // Of a chain, which is printed a thousand hops deep from each of its methods, a tenth will do.
        int step = shape == "chain" ? 10 : 1;
        Assert.True(graph.Nodes.Where(n => n.Ordinal.Value % step == 0).Sum(n => repr.Line(n).Length) > count);
        output.WriteLine($"{shape}: {clock.Elapsed.TotalMilliseconds:0} ms");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }
}
