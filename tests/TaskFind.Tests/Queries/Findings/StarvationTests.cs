using TaskFind.Model;
using TaskFind.Queries.Findings;
using Xunit;

namespace TaskFind.Tests.Queries.Findings;

public sealed class StarvationTests
{
    private static readonly PoolInfo s_starved = new() { Busy = 4, Workers = 4, Goal = 4, Min = 2, Max = 100, Global = 30, HighPriority = 0, Local = 0, SinceDequeue = 900, Timers = 3, OverdueTimers = 0, OverdueBy = 0 };

    [Fact]
    public void Nothing_taken_for_long_is_a_sign() => Assert.True(IsStarved(s_starved));

    [Fact]
    public void A_timer_that_is_late_is_a_sign() => Assert.True(IsStarved(s_starved with { SinceDequeue = 10, OverdueTimers = 1, OverdueBy = 1500 }));

    [Fact]
    public void Blocked_workers_are_a_sign() => Assert.True(IsStarved(s_starved with { SinceDequeue = 10 }, blocked: 4));

    [Theory, InlineData(3, true), InlineData(2, false)]
    public void A_worker_that_was_just_added_is_not_blocked_yet(int blocked, bool isStarved) => Assert.Equal(isStarved, IsStarved(s_starved with { SinceDequeue = 10 }, blocked));

    [Fact]
    public void A_busy_pool_that_takes_its_items_is_not_starved() => Assert.False(IsStarved(s_starved with { SinceDequeue = 10, OverdueTimers = 2, OverdueBy = 30 }));

    [Fact]
    public void Nothing_queued_is_not_starved() => Assert.False(IsStarved(s_starved with { Global = 0 }, blocked: 4));

    [Fact]
    public void An_idle_worker_is_not_starved() => Assert.False(IsStarved(s_starved with { Busy = 3 }, blocked: 3));

    [Fact]
    public void A_dump_without_a_clock_tells_by_blocked_workers() => Assert.True(IsStarved(s_starved with { SinceDequeue = null, OverdueTimers = null, OverdueBy = null }, blocked: 4));

    [Fact]
    public void Without_the_pools_figures_nobody_can_tell()
    {
        var finding = Assert.Single(Check(null, blocked: 2));
        Assert.True(finding.IsUnknown);
        Assert.Empty(Check(null, blocked: 0));
    }

    private static bool IsStarved(PoolInfo pool, int blocked = 0) => Check(pool, blocked) is [{ IsUnknown: false, Severity: FindingSeverity.Error }];

    private static IReadOnlyList<Finding> Check(PoolInfo? pool, int blocked)
    {
        var maker = new GraphMaker();
        maker.Builder.Pool = pool;
        var slow = maker.AwaitsPromise(maker.Async("Shop.Slow()", "Shop.cs:3"), "Task", new WaitRow { Kind = WaitKind.Delay, Left = 800, Of = 1000 });
        for (var i = 0; i < 4; i++)
            maker.Builder.Threads.Add(new ThreadRow(i + 1, i + 100, ".NET TP Worker") { IsPool = true, Awaits = i < blocked ? slow : -1 });
        return FindingCatalogue.Check(maker.Build(), r => r.Name == "thread-pool-starvation");
    }
}
