using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>Tasks that were made a moment ago, beside threads that allocate flat out, are all seen.</summary>
public sealed class YoungTests(ITestOutputHelper output)
{
    /// <summary>Looks taken in a test; TASKFIND_LOOKS asks for more of them (a hundred take minutes).</summary>
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("TASKFIND_LOOKS"), out int looks) ? looks : 20;
    private const int Old = 1000;
    private const int Threads = 2;
    private const int Young = 4000;

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public void Exactly_the_parked_methods_are_seen(string server)
    {
        using TargetProcess target = Start(server);
        target.Send("report");
        string first = target.ReadLine();

        for (int i = 0; i < Times; i++)
        {
            TaskGraph graph = Look.At(target);
            Assert.Null(graph.Coverage.CutShort);
            AssertAllSeen(graph);
        }

        target.Send("report");
        string last = target.ReadLine();
        output.WriteLine($"rounds and collections: {first} to {last}");
        Assert.NotEqual(first, last);
    }

    [Fact]
    public void A_dump_that_could_be_walked_has_them_all_and_another_says_so()
    {
        using TargetProcess target = Start("0");
        for (int i = 0; i < 4; i++)
        {
            using TargetDump dump = TargetDump.Take(target, DumpKind.WithHeap);
            TaskGraph graph = Look.At(dump);
            if (graph.Coverage.CutShort is { } cut)
            {
                output.WriteLine($"{cut}: {graph.Count} nodes");
            }
            else
            {
                AssertAllSeen(graph);
            }
        }
    }

    private static TargetProcess Start(string server)
    {
        TargetProcess target = TargetProcess.Start(
            new TargetProgram("Churn", Runtimes.Net10), [$"{Old}", $"{Threads}", $"{Young}"], new Dictionary<string, string> { ["DOTNET_gcServer"] = server });
        target.ReadUntil("ready");
        return target;
    }

    private void AssertAllSeen(TaskGraph graph)
    {
        int old = graph.Nodes.Count(n => n is { IsDone: false, Method.DisplayName: "Crowd.Old" });
        int young = graph.Nodes.Count(n => n is { IsDone: false, Method.DisplayName: "Crowd.Young" });
        output.WriteLine($"{old} old, {young} young, pause {graph.Coverage.Pause.TotalMilliseconds:0.0} ms in {graph.Coverage.Stops} stops, {graph.Coverage.Objects} objects");
        Assert.Equal(Old, old);
        // Each thread starts a method before it lets its predecessor go.
        Assert.InRange(young, Threads * Young, (Threads * Young) + Threads);
    }
}
