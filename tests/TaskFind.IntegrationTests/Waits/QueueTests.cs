using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>What is ready to run says whose turn it waits for, and the pool says how it stands.</summary>
[ShowsSamples("Queues")]
public sealed class QueueTests(QueuesViews views) : SampleTests, IClassFixture<QueuesViews>
{
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

    private protected override TaskGraph Look(string framework, string view) => views.Of(framework, view);
}
