namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What must be said of the blocked threads of the Primitives program.</summary>
internal static class BlockedThreadSamples
{
    private const string Slow = @"BlockedThreads\.Slow\(\) at BlockedThreads\.cs:40";

    public static IReadOnlyList<WaitSample> All { get; } =
    [
        Of(42, "in-wait", Slow),
        Of(42, "in-result", Slow),
        Of(42, "in-getresult", Slow),
        Of(43, "in-waitall", $@"Task\.WaitAll \[left:2, {Slow}, {Slow}\]"),
        Of(43, "in-waitany", $@"Task\.WhenAny \[of:2, {Slow}, {Slow}\]"),
        Of(42, "in-delay", @"Task\.Delay \[left:~(1h59m|2h00m), of:2h00m\]"),
        Of(44, "in-semaphore", @"SemaphoreSlim \[value:0, waiters:1, field:'BlockedThreads\.s_permits'\]"),
        Of(47, "in-event", @"ManualResetEventSlim\.Wait"),
        Of(47, "in-sleep", @"Thread\.Sleep"),
        Of(47, "monitor-owner", @"ManualResetEventSlim\.Wait"),
        Of(45, "in-monitor", @"Monitor \[object:BlockedThreads\.Ledger, owner:\d+, waiting:1\]"),
        Of(42, "in-pool", Slow),
        Of(46, "in-lock", @"Lock \[owner:\d+, waiting:1\]") with { Since = 9 },
    ];

    private static WaitSample Of(int row, string thread, string words) => new([row], "Primitives", thread, SampleWhat.Thread, words);
}
