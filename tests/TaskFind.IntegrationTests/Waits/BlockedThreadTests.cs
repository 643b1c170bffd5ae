using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>What threads are blocked on, run and hold.</summary>
public sealed class BlockedThreadTests(PrimitivesViews views) : IClassFixture<PrimitivesViews>
{
    private static readonly (string Thread, string Frame)[] s_blocked =
    [
        ("in-wait", "BlockedThreads.StartAll.<lambda>"),
        ("in-result", "BlockedThreads.StartAll.<lambda>"),
        ("in-getresult", "BlockedThreads.StartAll.<lambda>"),
        ("in-waitall", "BlockedThreads.StartAll.<lambda>"),
        ("in-waitany", "BlockedThreads.StartAll.<lambda>"),
        ("in-delay", "BlockedThreads.StartAll.<lambda>"),
        ("in-semaphore", "BlockedThreads.StartAll.<lambda>"),
        ("in-event", "BlockedThreads.StartAll.<lambda>"),
        ("in-sleep", "BlockedThreads.StartAll.<lambda>"),
        ("monitor-owner", "BlockedThreads.OwnMonitor"),
        ("in-monitor", "BlockedThreads.EnterMonitor"),
        ("in-pool", "BlockedThreads.Pool.<lambda>"),
    ];

    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory, MemberData(nameof(Views))]
    public void Every_blocked_thread_says_where(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        Assert.All(s_blocked, b =>
        {
            TaskThread thread = Of(graph, b.Thread);
            Assert.Equal(b.Frame, thread.Frame?.Method.DisplayName);
            Assert.Equal(("BlockedThreads.cs", true), (thread.Frame?.Point.Line?.FileName, thread.Frame?.Point.Line?.Line > 0));
            Assert.InRange(thread.Frames.Count, 1, 17);
        });
        Assert.All(graph.Threads.Where(t => t.Frame is null), t => Assert.Null(t.BlockedOn));
    }

    [Theory, MemberData(nameof(Views))]
    public void The_owner_of_a_monitor_holds_what_the_other_waits_for(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);
        TaskThread owner = Of(graph, "monitor-owner");

        ResourceWait held = Assert.Single(owner.Holds);

        Assert.Equal(held.Address, Of(graph, "in-monitor").BlockedOn?.Address);
        Assert.Equal(owner.ManagedId, held.Fact("owner")?.Number);
        Assert.Empty(Of(graph, "in-monitor").Holds);
    }

    [Theory, MemberData(nameof(Views))]
    public void The_owner_of_a_Lock_holds_what_the_other_waits_for(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);
        TaskThread[] owners = [.. graph.Threads.Where(t => t.Name == "lock-owner")];

        Assert.Equal(framework == Runtimes.Net8 ? 0 : 1, owners.Length);
        Assert.All(owners, o =>
        {
            TaskThread blocked = Of(graph, "in-lock");
            Assert.Equal($"Lock [owner:{o.ManagedId}, waiting:1]", Words(graph, blocked.BlockedOn));
            Assert.Equal(Assert.Single(o.Holds).Address, blocked.BlockedOn?.Address);
        });
    }

    [Theory, MemberData(nameof(Views))]
    public void A_blocked_worker_of_the_pool_runs_the_task_that_waits(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);
        TaskThread worker = Of(graph, "in-pool");

        Assert.Equal("BlockedThreads.Pool.<lambda>", worker.Runs?.Method?.DisplayName);
        Assert.Equal(worker.ManagedId, worker.Runs?.Thread);
        TaskWait wait = Assert.IsType<TaskWait>(worker.BlockedOn);
        Assert.Contains(wait.Target.Continuations, c => c.Thread == worker.ManagedId);
        Assert.All(graph.Threads.Where(t => t.Name != "in-pool"), t => Assert.Null(t.Runs));
    }

    private static TaskThread Of(TaskGraph graph, string name) => Assert.Single(graph.Threads, t => t.Name == name);

    private static string Words(TaskGraph graph, Wait? wait) => wait is null ? "" : new Repr(graph).Waits.Of(wait);
}
