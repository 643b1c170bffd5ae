using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Sites;
using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>While the runtime traces its tasks, boxes are of another class and continuations are wrapped.</summary>
[ShowsSamples("Waits, traced")]
public sealed class TracedTests(TracedViews views) : SampleTests, IClassFixture<TracedViews>
{
    [Theory, MemberData(nameof(Views))]
    public void Nothing_is_lost(string framework, string view)
    {
        WaitsView waits = views.Of(framework, view);

        new SiteCheck(waits.Graph, hasLines: true).Score($"Waits traced, {framework}, {view}", waits.Sites).AssertAllRight();
        var edges = new EdgeCheck(waits.Graph);
        Assert.True(edges.OneSided.Count == 0, string.Join('\n', edges.OneSided));
    }

    private protected override TaskGraph Look(string framework, string view) => views.Of(framework, view).Graph;
}
