using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Sites;
using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Every named wait prints its own words.</summary>
[ShowsSamples("Waits")]
public sealed class WordsTests(WaitsViews views) : SampleTests, IClassFixture<WaitsViews>
{
    [Theory, MemberData(nameof(Views))]
    public void Every_site_is_found_where_it_stands(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        SiteScore score = new SiteCheck(waits.Graph, hasLines: true).Score($"Waits, {framework}, {view}", waits.Sites);

        score.AssertAllRight();
        Assert.Equal(68, score.Awaited);
    }

    [Theory, MemberData(nameof(Views))]
    public void A_queue_of_waiters_is_numbered(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        string?[] words = [.. waits.Pending("Locks.Waiter").OrderBy(n => n.Id!.Value.Value).Select(waits.Repr.WaitsFor)];

        Assert.Equal(Enumerable.Range(1, 4).Select(i => $"SemaphoreSlim [value:0, waiter:{i}/4, field:'Locks.s_closed']"), words);
    }

    [Theory, MemberData(nameof(Views))]
    public void Time_left_is_the_whole_less_the_programs_age_at_the_most(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        DelayWait[] delays = [.. waits.Graph.Nodes.Select(n => n.Wait).OfType<DelayWait>().Where(d => !d.IsInfinite)];

        Assert.True(delays.Length >= 4);
        Assert.All(delays, d =>
        {
            Assert.NotNull(d.Of);
            Assert.InRange(d.Of!.Value - d.Left!.Value, TimeSpan.Zero, waits.Age);
            Assert.Equal(view == "dump", d.IsBound);
        });
    }

    private protected override TaskGraph Look(string framework, string view) => views.Of(framework, view).Graph;
}
