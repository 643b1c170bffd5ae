using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using TaskFind.Model;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>A limit that is hit is said, and never an error of ours.</summary>
public sealed class LimitTests
{
    [Fact]
    public void A_look_without_time_is_cut_short()
    {
        using TargetProcess target = TargetProcess.Start("Many", Runtimes.Net10, "100000");
        target.ReadUntil("ready");

        // The time is up while the target is opened, which is an error, or behind that, when there is something to show.
        try
        {
            Assert.Equal("the look took longer than 0.001 s", Look.At(target, new LookOptions { Timeout = TimeSpan.FromMilliseconds(1) }).Coverage.CutShort);
        }
        catch (TargetException e)
        {
            Assert.Equal((TargetTrouble.Timeout, $"{target.Pid} could not be opened within 0.001 s."), (e.Kind, e.Message));
        }

        Assert.Empty(ProcFiles.StoppedThreads(target.Pid));
        ToolRun run = ToolRun.Of("find", "OnDelay", $"{target.Pid}", "--timeout", "0.001");
        Assert.True(run.ExitCode == 4, run.ToString());
        Assert.Empty(ProcFiles.StoppedThreads(target.Pid));
        target.Send("go");
        Assert.Equal("finished 100000", target.ReadLine());
    }

    [Fact]
    public void A_process_that_may_not_stand_still_for_long_is_let_go()
    {
        using TargetProcess target = TargetProcess.Start("Many", Runtimes.Net10, "100000");
        target.ReadUntil("ready");

        TaskGraph graph = Look.At(target, new LookOptions { MaxPause = TimeSpan.FromMilliseconds(12) });

        Assert.Equal("the target may not stand still for longer than 12 ms", graph.Coverage.CutShort);
        Assert.NotEqual(TimeSpan.Zero, graph.Coverage.Pause);
        Assert.InRange(graph.Coverage.Tasks, 0, 199_999);
        Assert.Empty(ProcFiles.StoppedThreads(target.Pid));
        ToolRun run = ToolRun.Of("find", "Park", $"{target.Pid}", "--max-pause", "12ms");
        Assert.True(run.ExitCode == 4, run.ToString());
        Assert.Contains("The look was cut short", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of("find", "Park", $"{target.Pid}", "--max-pause", "12").ExitCode);
        Assert.Null(Look.At(target, new LookOptions { MaxPause = TimeSpan.FromHours(1) }).Coverage.CutShort);
    }

    [Fact]
    public void More_continuations_than_are_read_are_a_gap()
    {
        using TargetProcess target = TargetProcess.Start("Many", Runtimes.Net10, "140000", "1", "shared");
        target.ReadUntil("ready");

        TaskGraph graph = Look.At(target);

        Assert.Equal(140_000, graph.Nodes.Count(n => n is { IsDone: false, Method.DisplayName: "Crowd.OnShared", Awaits: not null }));
        Assert.Contains(graph.Coverage.Gaps, g => g.What == "continuations of a task");
        Assert.Null(graph.Coverage.CutShort);
    }
}
