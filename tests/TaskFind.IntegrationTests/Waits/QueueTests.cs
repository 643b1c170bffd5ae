using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>What is ready to run says whose turn it waits for, and the pool says how it stands.</summary>
public sealed class QueueTests(QueuesViews views) : IClassFixture<QueuesViews>
{
    private static readonly (string Method, string Words)[] s_words =
    [
        ("Pool.Global", @"ThreadPool \[global, position:1/\d+\]"),
        ("Pool.Yields", @"ThreadPool \[global, position:2/\d+\]"),
        ("Pool.IsReady", @"ThreadPool \[global, position:4/\d+\]"),
        ("Pool.HasRead", @"ThreadPool \[global, position:5/\d+\]"),
        ("Turns.OnScheduler", @"TaskScheduler 'StuckScheduler' \[queued\]"),
        ("Turns.Yields", @"TaskScheduler 'StuckScheduler' \[queued\]"),
        ("Turns.OnExclusive", @"ConcurrentExclusiveSchedulerPair \[exclusive, queued\]"),
        ("Turns.OnConcurrent", @"ConcurrentExclusiveSchedulerPair \[concurrent, queued\]"),
        ("Turns.YieldsToContext", @"SynchronizationContext 'StuckContext' \[posted\]"),
        ("Turns.ReadyInContext", @"SynchronizationContext 'StuckContext' \[posted\]"),
        ("Turns.BehindContext", @"SynchronizationContext 'StuckContext' \[posted\]"),
        ("Blocks.Receives", @"BufferBlock<int> \[receive, name:'orders'\]"),
        ("Blocks.AwaitsOutput", @"DataflowBlock\.OutputAvailableAsync\.Impl<TOutput>\(\) at .*, BufferBlock<int> \[outputAvailable, name:'orders'\]"),
        ("Blocks.AwaitsEnd", @"BufferBlock<int> \[completion, name:'orders'\]"),
        ("Blocks.Sends", @"BufferBlock<int> \[send\]"),
    ];

    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory, MemberData(nameof(Views))]
    public void What_is_ready_says_where_it_is_queued(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        Assert.All(s_words, w => Assert.Matches($"^{w.Words}$", TargetViews.Words(graph, w.Method)));
    }

    [Theory, MemberData(nameof(Views))]
    public void A_local_queue_names_its_worker(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        ResourceWait[] waits = [.. graph.Nodes.Where(n => n.Method?.DisplayName == "Pool.Local").Select(n => n.Wait).OfType<ResourceWait>()];

        Assert.Equal([1L, 2, 3], waits.Select(w => w.Fact("position")!.Value.Number).Order());
        Assert.All(waits, w => Assert.Equal(3, w.Fact("position")!.Value.Total));
        Assert.All(waits, w => Assert.Contains(graph.Threads, t => t.ManagedId == w.Fact("thread")!.Value.Number));
        Assert.All(waits, w => Assert.NotNull(w.Fact("local")));
    }

    [Theory, MemberData(nameof(Views))]
    public void The_pool_says_how_it_stands(string framework, string view)
    {
        PoolInfo pool = views.Of(framework, view).Pool!;

        Assert.Equal((2, 2, 2, 2, 2), (pool.Busy, pool.Workers, pool.Goal, pool.Min, pool.Max));
        Assert.Equal((1L, 3L), (pool.HighPriority, pool.Local));
        Assert.True(pool.Global >= 5);
        Assert.Equal(pool.Global + 4, pool.Queued);
        Assert.Equal(1, pool.Timers);
        Assert.InRange(pool.OverdueTimers!.Value, view == "live" ? 1 : 0, 1);
        Assert.Equal(view == "live", pool.SinceDequeue is >= 0 and < 300_000);
    }
}
