using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Methods that run where it is hard to see them are tied to their thread and line.</summary>
public sealed class RunnersTests
{
    public static TheoryData<string> Frameworks => [.. Runtimes.All];

    [Theory, MemberData(nameof(Frameworks))]
    public void They_stand_in_their_lines(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Runners", framework);
        string[] places = target.ReadLine().Split(' ');
        target.ReadUntil("ready");

        AssertRunners(Look.At(target), places);
        using TargetDump dump = TargetDump.Take(target);
        AssertRunners(Look.At(dump), places);
    }

    private static void AssertRunners(TaskGraph graph, string[] places)
    {
        // The runtime cannot walk this stack.
        AssertRuns(graph, "NativeCode.SleepAsync", places[0]);

        // The delegate is the method that starts the machine; what its author wrote is the machine.
        AssertRuns(graph, "Blocked.RunAsync", places[1]);
        RunningMethod running = Assert.Single(graph.RunningMethods, r => !r.Method.IsFramework);
        Assert.Equal("Blocked.RunAsync", running.Method.DisplayName);

        // Of a thread without managed frames, the stack walk gives one without a method, which lies on another thread's stack.
        Assert.DoesNotContain(graph.Coverage.Gaps, g => g.What == "the stack of a thread");
    }

    private static void AssertRuns(TaskGraph graph, string method, string place)
    {
        TaskNode node = Assert.Single(graph.Find(method).Matches);
        Assert.Contains(graph.Threads, t => t.ManagedId == node.Thread);
        Assert.Contains($" coro=<{method}() running at {place} on thread {node.Thread}>", node.Describe(), StringComparison.Ordinal);
    }
}
