namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What must be said of the Channels program.</summary>
internal static class ChannelsSamples
{
    public static IReadOnlyList<WaitSample> All { get; } =
    [
        Of(21, "Bounded.WritesFirst", "Channel<Order> [write, items:2/2, waiter:1/3]"),
        Of(21, "Bounded.WritesSecond", "Channel<Order> [write, items:2/2, waiter:2/3]"),
        Of(21, "Bounded.WritesThird", "Channel<Order> [write, items:2/2, waiter:3/3]"),
        Of(21, "Bounded.WaitsToWrite", "Channel<Order> [waitToWrite, items:2/2, waiter:1/1]"),
        Of(21, "Bounded.ReadsFirst", "Channel<int> [read, items:0/7, waiter:1/2]"),
        Of(21, "Bounded.ReadsSecond", "Channel<int> [read, items:0/7, waiter:2/2]"),
        Of(21, "Bounded.WaitsToRead", "Channel<int> [waitToRead, items:0/7, waiter:1/1]"),
        Of(21, "Unbounded.Reads", "Channel<Order> [read, unbounded, items:0, waiter:1/2]"),
        Of(21, "Unbounded.ReadsAsTask", "Channel<Order> [read, unbounded, items:0, waiter:2/2]"),
        Of(21, "Unbounded.WaitsToReadFirst", "Channel<Order> [waitToRead, unbounded, items:0, waiter:1/2]"),
        Of(21, "Unbounded.WaitsToReadSecond", "Channel<Order> [waitToRead, unbounded, items:0, waiter:2/2]"),
        Of(21, "Unbounded.Loses", "Channel<string> [read, unbounded, items:0, waiter:2/2]"),
        Of(21, "SingleReader.Reads", "Channel<Order> [read, singleConsumer, waiter:1/1]"),
        Of(21, "SingleReader.WaitsToRead", "Channel<Order> [waitToRead, singleConsumer, waiter:1/1]"),
        Of(22, "Pipes.Reads", "Pipe [read, unread:0]"),
        Of(22, "Pipes.Flushes", "Pipe [flush, unread:100, resumesBelow:5]"),
        Of(21, "Prioritized.Reads", "Channel<int> [read, prioritized, items:0, waiter:1/1]") with { Since = 9 },
        Of(21, "Rendezvous.WritesSecond", "Channel<Order> [write, rendezvous, waiter:2/2]") with { Since = 10 },
    ];

    private static WaitSample Of(int row, string method, string words) => new([row], "Channels", method, SampleWhat.WaitsFor, words) { IsLiteral = true };
}
