using System.Diagnostics;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Targets;
using TaskFind.Model;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>A program that works all the time comes to no harm by being looked at again and again.</summary>
public sealed class BusyTests(ITestOutputHelper output)
{
    private const int Times = 200;
    private static readonly string[] s_works = ["ticks", "delays", "frames", "threads"];

    [Fact]
    public void Two_hundred_looks_lose_nothing()
    {
        using Started busy = Started.Busy();
        var clock = Stopwatch.StartNew();
        var pauses = new List<double>();
        Dictionary<string, long> before = busy.Counts();

        for (int i = 0; i < Times; i++)
        {
            TaskGraph graph = TaskLook.Take(TargetSpec.ForProcess(busy.Pid), new LookOptions(), TestContext.Current.CancellationToken);
            Assert.Null(graph.Coverage.CutShort);
            Assert.Contains(graph.Nodes, n => n is { IsDone: false, Method.DisplayName: "Work.DelayForever" });
            Assert.Contains(graph.Nodes, n => n is { IsDone: false, Method.DisplayName: "Work.Receive" });
            pauses.Add(graph.Coverage.Pause.TotalMilliseconds);
        }

        Dictionary<string, long> after = busy.Counts();
        pauses.Sort();
        output.WriteLine($"{Times} looks in {clock.Elapsed.TotalSeconds:0.0} s; pause median {pauses[Times / 2]:0.0} ms, longest {pauses[^1]:0.0} ms");
        Assert.Equal(0, after["badFrames"]);
        Assert.All(s_works, work => Assert.True(after[work] > before[work], $"{work} stands still"));

        // And it goes on, after the last look.
        Assert.True(SpinWait.SpinUntil(
            () => busy.Counts() is var now && now["badFrames"] == 0 && s_works.All(w => now[w] > after[w]),
            TimeSpan.FromSeconds(30)));
        Assert.Empty(ProcFiles.StoppedThreads(busy.Pid));
    }
}
