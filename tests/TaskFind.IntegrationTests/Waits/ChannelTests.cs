using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Waits.Samples;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>A wait for a channel says which channel, which side of it, how full it is and who stands before.</summary>
[ShowsSamples("Channels")]
public sealed class ChannelTests(ChannelsViews views) : SampleTests, IClassFixture<ChannelsViews>
{
    [Theory, MemberData(nameof(Views))]
    public void A_read_that_nobody_awaits_is_told(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        ResourceWait abandoned = Assert.Single(graph.Nodes.Select(n => n.Wait).OfType<ResourceWait>(), w => w.Fact("abandoned") is not null);

        Assert.Equal("Channel<string>", abandoned.Name);
        Assert.Equal(WaitFact.Share("waiter", 1, 2), abandoned.Fact("waiter"));
    }

    private protected override TaskGraph Look(string framework, string view) => views.Of(framework, view);
}
