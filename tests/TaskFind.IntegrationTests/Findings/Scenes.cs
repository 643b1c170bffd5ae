namespace TaskFind.IntegrationTests.Findings;

/// <summary>All scenes.</summary>
internal static class Scenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("deadlock.circle", @"^2 tasks wait for each other, and none can go on\. 1 task outside waits for them\.$")
        {
            Innocent = "one of the two waits for the other or a timer (WhenAny)",
        },
        new("deadlock.thread", @"^2 tasks and 1 blocked thread wait for each other, and none can go on\.$")
        {
            Innocent = "the thread is blocked on a task that ends by itself", Also = ["sync-over-async"], InnocentAlso = ["sync-over-async"],
        },
        new("deadlock.context", @"^Contexts\.Shows\(\) queued at Contexts\.cs:\d+ can go on only in SynchronizationContext 'Contexts\.UiContext' \[posted\], and the thread that serves it is blocked until that is done\.$")
        {
            Innocent = "the context's thread is blocked on something that ends by itself", Also = ["sync-over-async"], InnocentAlso = ["sync-over-async"],
        },
        new("deadlock.semaphore", @"^SemaphoreSlim \[value:0, waiter:1/1, field:'Semaphores\.Account\._lock'\] is waited for by what its holder \(inferred\) itself waits for: an asynchronous lock was taken twice\.$")
        {
            Innocent = "the lock's holder waits for a timer",
        },
        new("deadlock.monitor", @"^2 threads wait for each other's locks\.$") { Innocent = "the second thread waits for an event, and no lock" },
        new("deadlock.joined", @"^1 task and 2 blocked threads wait for each other, and none can go on\.$")
        {
            Innocent = "the thread that holds the lock is blocked on a timer", Also = ["sync-over-async"], InnocentAlso = ["sync-over-async"],
        },
        new("sync-over-async", @"^2 threads of the pool are blocked on SyncOverAsync\.Slow\(\) at SyncOverAsync\.cs:\d+, in SyncOverAsync\.Blocks\(\) at SyncOverAsync\.cs:\d+\.$")
        {
            Innocent = "the main thread is blocked on an async Main",
        },
        new("thread-pool-starvation", @"^\d+ items are queued and none of the pool's \d+ workers is idle.*; \d+ of \d+ busy ones are blocked\.$")
        {
            Innocent = "the process merely waits for sockets", Also = ["sync-over-async", "overdue-timer"],
        },
        new("thread-pool-starvation.growing", @"^\d+ items are queued and none of the pool's \d+ workers is idle.*; \d+ of \d+ busy ones are blocked\.$")
        {
            Innocent = "the process merely waits for sockets", Also = ["sync-over-async", "overdue-timer"],
        },
        new("overdue-timer", @"^1 timer is past its time, the most by \d+\.\d+s: nobody serves it\.$|^No worker of the pool is idle, and whether \d+ timers are late, a dump does not tell: it has no clock\.$")
        {
            Innocent = "a timer that is not due yet", Also = ["sync-over-async", "thread-pool-starvation"],
        },
        new("unobserved-exception", @"^1 task of Failing\.Fails\(\) failed with InvalidOperationException: no such order, and nobody has looked at it\.$")
        {
            Innocent = "one exception was looked at, and another one waits in a WhenAll that is not done",
        },
        new("continuation-pile-up", @"^1500 continuations hang on TaskCompletionSource \[field:'Piling\.s_shutdown'\], and in none of them does a method wait\.$")
        {
            Innocent = "1500 methods await one task", InnocentAlso = ["stuck-behind"],
        },
        new("hanging-test", @"^Hanging\.Reserve_waits_for_stock\(\) at Hanging\.cs:\d+ has not ended: it waits for Hanging\.Reserves\(\) at Hanging\.cs:\d+, TaskCompletionSource\.$")
        {
            Innocent = "a method without the attribute of a test",
        },
        new("abandoned-reads", @"^Nobody awaits 3 operations any more, Channel<string> \[read, abandoned\]: they take what others wait for\.$")
        {
            Innocent = "the pending read is awaited again at each turn",
        },
        new("stuck-behind.semaphore", @"^20 tasks wait for SemaphoreSlim \[value:0, waiters:20, field:'Semaphores\.Account\._lock'\], held \(inferred\) by Semaphores\.Account\.PaysAsync\(\) at Semaphores\.cs:\d+\.$")
        {
            Innocent = "three tasks wait",
        },
        new("stuck-behind.channel", @"^20 tasks wait for room in Channel<string> \[write\]\.$") { Innocent = "20 idle readers of an empty channel" },
        new("stuck-behind.lock", @"^6 threads wait for Monitor \[object:object, owner:\d+\]\.$") { Innocent = "two threads wait" },
        new("stuck-behind.connection", @"^19 tasks wait for a connection of an HttpClient\.$") { Innocent = "20 requests, each on a connection of its own" },
        new("stuck-behind.task", @"^20 tasks wait for TaskCompletionSource \[field:'Semaphores\.s_signal'\]\.$") { Innocent = "three tasks wait" },
        new("cancelled-but-running", @"^1 task of Cancelling\.Deaf\(\) was cancelled and still waits for Task\.Delay \[left:.*\]\.$")
        {
            Innocent = "one task heard, and the other's token is not cancelled",
        },
    ];
}
