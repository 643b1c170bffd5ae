using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.IntegrationTests.Tool;
using TaskFind.Model;
using TaskFind.Queries;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Methods compiled with runtime-async are not supported yet, and that is said.</summary>
public sealed class RuntimeAsyncTests
{
    [Theory]
    [InlineData("parked", 4)]
    [InlineData("running", 5)]
    public void Chains_are_counted_and_ordinary_methods_found(string mode, int chains)
    {
        using TargetProcess target = TargetProcess.Start("RuntimeAsync", Runtimes.Net10, mode);
        target.ReadUntil("ready");

        AssertSeen(Look.At(target, new LookOptions { Pattern = "Outer" }), chains);
        using TargetDump dump = TargetDump.Take(target);
        AssertSeen(Look.At(dump, new LookOptions { Pattern = "Outer" }), chains);
    }

    [Theory]
    [InlineData("parked")]
    [InlineData("running")]
    public void The_tool_says_so_and_lives(string mode)
    {
        using TargetProcess target = TargetProcess.Start("RuntimeAsync", Runtimes.Net10, mode);
        target.ReadUntil("ready");

        ToolRun run = ToolRun.Of("find", "Program.Middle", $"{target.Pid}");
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("runtime-async", run.Errors, StringComparison.Ordinal);

        ToolRun ordinary = ToolRun.Of("find", "Program.OptedOut", $"{target.Pid}");
        Assert.True(ordinary.ExitCode == 0, ordinary.ToString());
        Assert.Equal(2, ordinary.Lines.Length);

        target.Send("go");
        Assert.Equal(["the delay is over"], target.ReadUntil("finished 5"));
    }

    private static void AssertSeen(TaskGraph graph, int chains)
    {
        Assert.Equal(chains, graph.RuntimeAsyncChains);
        Assert.Contains(graph.Coverage.Gaps, g => g.What.Contains("runtime-async", StringComparison.Ordinal));
        Assert.Equal(NoMatchReason.RuntimeAsync, graph.Find("Outer").NoMatch?.Reason);
        Assert.Equal(2, graph.Find("OptedOut").Matches.Count);
        TaskNode via = Assert.Single(graph.Find("ViaRuntimeAsync").Matches);
        Assert.Equal(AwaitPointKind.Awaiting, via.Point?.Kind);
        Assert.NotNull(via.Awaits);
    }
}
