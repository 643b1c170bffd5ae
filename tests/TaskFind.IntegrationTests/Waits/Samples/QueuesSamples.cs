namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What must be said of the Queues program.</summary>
internal static class QueuesSamples
{
    public static IReadOnlyList<WaitSample> All { get; } =
    [
        Of([18, 35], "Pool.Global", @"ThreadPool \[global, position:1/\d+\]"),
        Of([35], "Pool.Yields", @"ThreadPool \[global, position:2/\d+\]"),
        Of([35], "Pool.IsReady", @"ThreadPool \[global, position:4/\d+\]"),
        Of([35], "Pool.HasRead", @"ThreadPool \[global, position:5/\d+\]"),
        Of([38], "Turns.OnScheduler", @"TaskScheduler 'StuckScheduler' \[queued\]"),
        Of([35, 38], "Turns.Yields", @"TaskScheduler 'StuckScheduler' \[queued\]"),
        Of([37], "Turns.OnExclusive", @"ConcurrentExclusiveSchedulerPair \[exclusive, queued\]"),
        Of([37], "Turns.OnConcurrent", @"ConcurrentExclusiveSchedulerPair \[concurrent, queued\]"),
        Of([35], "Turns.YieldsToContext", @"SynchronizationContext 'StuckContext' \[posted\]"),
        Of([35], "Turns.ReadyInContext", @"SynchronizationContext 'StuckContext' \[posted\]"),
        Of([38], "Turns.BehindContext", @"SynchronizationContext 'StuckContext' \[posted\]"),
        Of([36], "Blocks.Receives", @"BufferBlock<int> \[receive, name:'orders'\]"),
        Of([36], "Blocks.AwaitsOutput", @"DataflowBlock\.OutputAvailableAsync\.Impl<TOutput>\(\) at .*, BufferBlock<int> \[outputAvailable, name:'orders'\]"),
        Of([36], "Blocks.AwaitsEnd", @"BufferBlock<int> \[completion, name:'orders'\]"),
        Of([36], "Blocks.Sends", @"BufferBlock<int> \[send\]"),
        Of([36], "Blocks.AwaitsAction", @"ActionBlock<int> \[completion\]"),
        Of([36], "Blocks.ReceivesTransformed", @"TransformBlock<int, string> \[receive\]"),
        new([18, 35], "Queues", "Pool.Local", SampleWhat.Line, @"ThreadPool \[local, thread:\d+, position:1/3\]"),
    ];

    private static WaitSample Of(IReadOnlyList<int> rows, string method, string words) => new(rows, "Queues", method, SampleWhat.WaitsFor, words);
}
