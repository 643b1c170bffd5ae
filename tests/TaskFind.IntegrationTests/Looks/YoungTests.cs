using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>Tasks that were made a moment ago, beside threads that allocate flat out, are all seen.</summary>
public sealed class YoungTests(ITestOutputHelper output)
{
    private const int Times = 20;
    private const int Old = 1000;
    private const int Threads = 2;
    private const int Young = 4000;

    [Fact]
    public void Exactly_the_parked_methods_are_seen()
    {
        using TargetProcess target = TargetProcess.Start("Churn", Runtimes.Net10, $"{Old}", $"{Threads}", $"{Young}");
        target.ReadUntil("ready");
        target.Send("report");
        string first = target.ReadLine();

        for (int i = 0; i < Times; i++)
        {
            TaskGraph graph = Look.At(target);
            int old = graph.Nodes.Count(n => n is { IsDone: false, Method.DisplayName: "Crowd.Old" });
            int young = graph.Nodes.Count(n => n is { IsDone: false, Method.DisplayName: "Crowd.Young" });
            output.WriteLine($"{old} old, {young} young, pause {graph.Coverage.Pause.TotalMilliseconds:0.0} ms, {graph.Coverage.Objects} objects, gaps: {string.Join("; ", graph.Coverage.Gaps)}");
            Assert.Null(graph.Coverage.CutShort);
            Assert.Equal(Old, old);
            // Each thread starts a method before it lets its predecessor go.
            Assert.InRange(young, Threads * Young, (Threads * Young) + Threads);
        }

        target.Send("report");
        string last = target.ReadLine();
        output.WriteLine($"rounds and collections: {first} to {last}");
        Assert.NotEqual(first, last);
    }
}
