using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Tasks and threads that do not stand at an await: running, queued, blocked, ended.</summary>
public sealed class StandingTests(WaitsViews views) : IClassFixture<WaitsViews>
{
    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory, MemberData(nameof(Views))]
    public void Every_task_has_its_method_and_status(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        Assert.All(waits.Standings.Where(s => s.TaskId is not null), s =>
        {
            TaskNode node = waits.Task(s.TaskId!.Value);
            Assert.Equal((s.Name, s.Method), (s.Name, node.Method?.DisplayName));
            Assert.Equal((s.Name, s.Status), (s.Name, node.Status.ToString()));
            Assert.Equal((s.Name, s.AsyncState), (s.Name, node.Name));
        });
    }

    [Theory, MemberData(nameof(Views))]
    public void A_method_that_runs_stands_in_its_line_on_its_thread(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        AssertRuns(waits, waits.Task(waits.Standing("AfterAwaitTask").TaskId!.Value), waits.Standing("AfterAwait"));
        AssertRuns(waits, waits.Task(waits.Standing("DelegateRunningTask").TaskId!.Value), waits.Standing("DelegateRunning"));
        Assert.All(waits.Graph.Nodes.Where(n => n.Status == TaskStatus.Running), n =>
        {
            Assert.Equal(AwaitPointKind.Running, n.Point?.Kind);
            Assert.NotNull(n.Point?.Line);
            Assert.Contains(waits.Graph.Threads, t => t.ManagedId == n.Thread);
        });
    }

    [Theory, MemberData(nameof(Views))]
    public void A_method_before_its_first_await_has_no_task_yet(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);
        StandingFact fact = waits.Standing("BeforeFirstAwait");

        RunningMethod running = Assert.Single(waits.Graph.RunningMethods, r => r.Method.DisplayName == fact.Method);

        Assert.Equal(waits.Thread(fact.Thread!.Value), running.Thread);
        Assert.Equal((fact.File, fact.Line), (running.Point.Line?.FileName, running.Point.Line?.Line));
        Assert.Empty(waits.Pending(fact.Method!));
        Assert.Equal(
            $"<no Task yet coro=<Starting.BeforeFirstAwait() running at Starting.cs:{fact.Line} on thread {running.Thread}>>",
            waits.Repr.Line(running));
        Assert.Single(waits.Graph.RunningMethods, r => !r.Method.IsFramework);
    }

    [Theory, MemberData(nameof(Views))]
    public void A_method_that_is_ready_is_queued(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        foreach (string name in new[] { "YieldedToScheduler", "YieldedToContext", "ReadyInContext", "DelegateQueued" })
        {
            TaskNode node = waits.Task(waits.Standing(name).TaskId!.Value);
            Assert.Equal((name, AwaitPointKind.Queued), (name, node.Point!.Kind));
            Assert.Contains($" coro=<{node.Method!.DisplayName}() queued", waits.Repr.Line(node), StringComparison.Ordinal);
        }

        Assert.Equal(AwaitPointKind.NotStarted, waits.Task(waits.Standing("Created").TaskId!.Value).Point!.Kind);
        Assert.Equal(AwaitPointKind.NotStarted, waits.Task(waits.Standing("ContinueWith").TaskId!.Value).Point!.Kind);
    }

    [Theory, MemberData(nameof(Views))]
    public void A_blocked_thread_is_among_the_callbacks(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        StandingFact[] blocked = [.. waits.Standings.Where(s => s is { Thread: not null, WaitsFor: not null })];
        Assert.Equal(6, blocked.Length);
        Assert.All(blocked, s =>
        {
            int thread = waits.Thread(s.Thread!.Value);
            Assert.All(s.WaitsFor!, id => Assert.Contains(thread, Blocked(waits.Task(id))));
        });
        TaskNode slow = waits.Task(waits.Standing("Blocked.InResult").WaitsFor![0]);
        Assert.EndsWith($" cb=[thread {waits.Thread(waits.Standing("Blocked.InResult").Thread!.Value)}]>", waits.Repr.Line(slow), StringComparison.Ordinal);
        Assert.Equal(
            ["blocked-getresult", "blocked-result", "blocked-wait", "blocked-waitall", "blocked-waitany"],
            waits.Graph.Threads.Select(t => t.Name).Where(n => n?.StartsWith("blocked-", StringComparison.Ordinal) == true).Order());
    }

    [Theory, MemberData(nameof(Views))]
    public void Ends_are_told_with_exception_and_result(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);
        TaskNode Ended(string name) => waits.Task(waits.Standing(name).TaskId!.Value);

        Assert.Equal(new ExceptionInfo("InvalidOperationException", "boom-observed", IsObserved: true), Ended("FaultedObserved").Exception);
        Assert.Equal(new ExceptionInfo("TimeoutException", "boom-unobserved", IsObserved: false), Ended("FaultedUnobserved").Exception);
        Assert.Equal(TaskState.Cancelled, Ended("Cancelled").State);
        Assert.Equal("OperationCanceledException", Ended("Cancelled").Exception?.Type);
        Assert.Equal("4711", Ended("FinishedWithNumber").Result);
        Assert.Contains("finished text", Ended("FinishedWithText").Result, StringComparison.Ordinal);
        Assert.Null(Ended("FinishedVoid").Result);
        Assert.All(
            ["FaultedObserved", "FaultedUnobserved", "Cancelled", "FinishedWithNumber", "FinishedWithText", "FinishedVoid"],
            name => Assert.Matches($@" coro=<Endings\.{name}\(\) done, defined at Endings\.cs:\d+>", waits.Repr.Line(Ended(name))));
    }

    [Theory, MemberData(nameof(Views))]
    public void Asking_to_cancel_shows(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        Assert.Equal("Delegates.AskedToEnd", Assert.Single(waits.Graph.Nodes, n => n.State == TaskState.Cancelling).Method?.DisplayName);
    }

    [Theory, MemberData(nameof(Views))]
    public void Heads_say_what_kind_of_method_it_is(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        Assert.StartsWith("<async void pending name='0x", waits.Repr.Line(waits.One("Methods.Void")), StringComparison.Ordinal);
        Assert.StartsWith("<ValueTask<int> pending name='0x", waits.Repr.Line(waits.One("ValueTasks.PooledInner")), StringComparison.Ordinal);
        Assert.StartsWith("<ValueTask<int> pending name='Task-", waits.Repr.Line(waits.One("ValueTasks.Plain")), StringComparison.Ordinal);
        Assert.StartsWith("<async iterator pending name='0x", waits.Repr.Line(waits.One("Streams.Numbers")), StringComparison.Ordinal);
        Assert.StartsWith("<Task<int[]> pending name='Task-", waits.Repr.Line(waits.One("Combinators.AllOfT")), StringComparison.Ordinal);
        Assert.Equal(NodeKind.PooledValueTask, waits.One("ValueTasks.PooledMiddle").Kind);
    }

    private static void AssertRuns(WaitsView waits, TaskNode node, StandingFact fact)
    {
        Assert.Equal(AwaitPointKind.Running, node.Point?.Kind);
        Assert.Equal((fact.File, fact.Line), (node.Point?.Line?.FileName, node.Point?.Line?.Line));
        Assert.Equal(waits.Thread(fact.Thread!.Value), node.Thread);
    }

    // A thread in WaitAny waits for a promise that the tasks continue with.
    private static IEnumerable<int?> Blocked(TaskNode node) =>
        node.Continuations.SelectMany(c => c.Kind == ContinuationKind.BlockedThread ? [c.Thread]
            : c.Waiter is { Method: null } promise ? promise.Continuations.Select(p => p.Thread) : []);
}
