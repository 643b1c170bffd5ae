using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>What holds a source or semaphore, how timers and tokens stand, and what older patterns wait for.</summary>
[ShowsSamples("Primitives")]
public sealed class PrimitiveWordsTests(PrimitivesViews views) : SampleTests, IClassFixture<PrimitivesViews>
{
    [Theory, MemberData(nameof(Views))]
    public void A_timer_that_nobody_serves_is_overdue_and_in_a_dump_only_where_that_is_proved(string framework, string view)
    {
        TaskNode late = Assert.Single(views.Of(framework, view).Nodes, n => n.Method?.DisplayName == "Starved.Late");

        DelayWait wait = Assert.IsType<DelayWait>(late.Wait);

        Assert.Equal((TimeSpan.FromMilliseconds(100), view == "dump"), (wait.Of, wait.IsBound));
        Assert.True(view == "dump" ? wait.Left <= wait.Of : wait.Left < TimeSpan.Zero, $"{wait.Left}");
        Assert.Matches(view == "dump" ? @" \[(left:<=|overdue:>=)\S+, of:0\.1s\]>" : @" \[overdue:\d+\.\ds, of:0\.1s\]>", new Repr(views.Of(framework, view)).Line(late));
    }

    [Theory, MemberData(nameof(Views))]
    public void The_loser_of_a_WhenAny_is_abandoned_and_nothing_else(string framework, string view)
    {
        TaskNode abandoned = Assert.Single(views.Of(framework, view).Nodes, n => n.IsAbandoned);

        Assert.Equal(TimeSpan.FromHours(9), Assert.IsType<DelayWait>(abandoned.Wait).Of);
    }

    [Theory, MemberData(nameof(Views))]
    public void The_whole_look_leaves_no_gap(string framework, string view) => Assert.Empty(views.Of(framework, view).Coverage.Gaps);

    private protected override TaskGraph Look(string framework, string view) => views.Of(framework, view);
}
