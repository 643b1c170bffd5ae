using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>A wait for a channel says which channel, which side of it, how full it is and who stands before.</summary>
public sealed class ChannelTests(ChannelsViews views) : IClassFixture<ChannelsViews>
{
    private static readonly (string Method, string Words)[] s_words =
    [
        ("Bounded.WritesFirst", "Channel<Order> [write, items:2/2, waiter:1/3]"),
        ("Bounded.WritesSecond", "Channel<Order> [write, items:2/2, waiter:2/3]"),
        ("Bounded.WritesThird", "Channel<Order> [write, items:2/2, waiter:3/3]"),
        ("Bounded.WaitsToWrite", "Channel<Order> [waitToWrite, items:2/2, waiter:1/1]"),
        ("Bounded.ReadsFirst", "Channel<int> [read, items:0/7, waiter:1/2]"),
        ("Bounded.ReadsSecond", "Channel<int> [read, items:0/7, waiter:2/2]"),
        ("Bounded.WaitsToRead", "Channel<int> [waitToRead, items:0/7, waiter:1/1]"),
        ("Unbounded.Reads", "Channel<Order> [read, unbounded, items:0, waiter:1/2]"),
        ("Unbounded.ReadsAsTask", "Channel<Order> [read, unbounded, items:0, waiter:2/2]"),
        ("Unbounded.WaitsToReadFirst", "Channel<Order> [waitToRead, unbounded, items:0, waiter:1/2]"),
        ("Unbounded.WaitsToReadSecond", "Channel<Order> [waitToRead, unbounded, items:0, waiter:2/2]"),
        ("Unbounded.Loses", "Channel<string> [read, unbounded, items:0, waiter:2/2]"),
        ("SingleReader.Reads", "Channel<Order> [read, singleConsumer, waiter:1/1]"),
        ("SingleReader.WaitsToRead", "Channel<Order> [waitToRead, singleConsumer, waiter:1/1]"),
        ("Pipes.Reads", "Pipe [read, unread:0]"),
        ("Pipes.Flushes", "Pipe [flush, unread:100, resumesBelow:5]"),
    ];

    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory, MemberData(nameof(Views))]
    public void Every_wait_for_a_channel_has_its_words(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        Assert.All(s_words, w => Assert.Equal(w.Words, TargetViews.Words(graph, w.Method)));
        if (framework != Runtimes.Net8)
            Assert.Equal("Channel<int> [read, prioritized, items:0, waiter:1/1]", TargetViews.Words(graph, "Prioritized.Reads"));
        if (framework == Runtimes.Net10)
            Assert.Equal("Channel<Order> [write, rendezvous, waiter:2/2]", TargetViews.Words(graph, "Rendezvous.WritesSecond"));
    }

    [Theory, MemberData(nameof(Views))]
    public void A_read_that_nobody_awaits_is_told(string framework, string view)
    {
        TaskGraph graph = views.Of(framework, view);

        ResourceWait abandoned = Assert.Single(graph.Nodes.Select(n => n.Wait).OfType<ResourceWait>(), w => w.Fact("abandoned") is not null);

        Assert.Equal("Channel<string>", abandoned.Name);
        Assert.Equal(WaitFact.Share("waiter", 1, 2), abandoned.Fact("waiter"));
    }
}
