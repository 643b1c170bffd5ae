namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What must be said of the Waits program.</summary>
internal static class WaitsSamples
{
    private const string Program = "Waits", Traced = "Waits, traced";
    private const string Site = @"TaskCompletionSource<int> \[name:'site-\d+', field:'Sites\.New\.source'\]";

    public static IReadOnlyList<WaitSample> All { get; } =
    [
        Of([9], "Delays.Minute", @"Task\.Delay \[left:~([2-5]\d\.\ds|1m00s), of:1m00s\]"),
        Of([9], "Delays.MinuteWithToken", @"Task\.Delay \[left:~([2-5]\d\.\ds|1m00s), of:1m00s, cancellable\]"),
        Of([9], "Delays.Hour", @"Task\.Delay \[left:~(59m\d\ds|1h00m), of:1h00m\]"),
        Of([9], "Delays.ValueTasked", @"Task\.Delay \[left:~(1h59m|2h00m), of:2h00m\]"),
        Of([9], "Delays.Infinite", @"Task\.Delay \[infinite\]"),
        Of([9], "Delays.InfiniteWithToken", @"Task\.Delay \[infinite, cancel:~(29m\d\ds|30m00s)\]"),
        Of([28], "Delays.Periodic", @"PeriodicTimer \[left:~(14m\d\ds|15m00s), period:15m00s\]"),
        Of([10, 19], "Delays.TimedOut", $@"Task\.WaitAsync \[left:~(19m\d\ds|20m00s), of:20m00s\], {Site}"),
        Of([19], "Sources.OrderService.InField", @"TaskCompletionSource<int> \[name:'field-order', field:'Sources\.OrderService\._orderReady'\]"),
        Of([19], "Sources.OrderService.InVoidField", @"TaskCompletionSource \[name:'field-shipped', field:'Sources\.OrderService\._shipped'\]"),
        Of([19], "Sources.InStatic", @"TaskCompletionSource<int> \[name:'static-order', field:'Sources\.s_static'\]"),
        Of([19], "Sources.InLocal", @"TaskCompletionSource<int> \[name:'local-order', field:'Sources\.InLocal\.local'\]"),
        Of([19], "Sources.Unnamed", @"TaskCompletionSource<string> \[field:'Sources\.Unnamed\.unnamed'\]"),
        Of([11], "Combinators.AllVoid", $@"Task\.WhenAll \[left:2, {Site}, TaskCompletionSource<string> \[name:'site-\d+', field:'Sites\.New\.source'\]\]"),
        Of([12], "Combinators.AllOfT", $@"Task\.WhenAll \[left:2, of:3, ({Site}(, )?){{2}}\]"),
        Of([11], "Combinators.AllOfMethods", @"Task\.WhenAll \[left:3, Combinators\.Branch\(\) at Combinators\.cs:60, <1 more>, Combinators\.Branch\(\) at Combinators\.cs:60\]"),
        Of([12], "Combinators.AllOfMany", $@"Task\.WhenAll \[left:500, of:500, {Site}, <498 more>, {Site}\]"),
        Of([13], "Combinators.AnyOfTwo", $@"Task\.WhenAny \[of:2, ({Site}(, )?){{2}}\]"),
        Of([13], "Combinators.AnyOfThree", $@"Task\.WhenAny \[of:3, {Site}, <1 more>, {Site}\]"),
        Of([13], "Combinators.AnyOfMethods", @"Task\.WhenAny \[of:2, (Combinators\.Branch\(\) at Combinators\.cs:60(, )?){2}\]"),
        Of([11], "Combinators.AllOverAny", $@"Task\.WhenAll \[left:2, Task\.WhenAny \[of:2\], {Site}\]"),
        Of([20], "Locks.BehindHolder", @"SemaphoreSlim \[value:0, waiter:1/1, field:'Locks\.s_mutex'\]"),
        Of([20, 10], "Locks.Timed", @"SemaphoreSlim\.WaitUntilCountOrTimeoutAsync\(\) at IL_[0-9a-f]{4} \[await:1/\d, callee:Task\.WaitAsync\], Task\.WaitAsync \[left:~(13m\d\ds|14m00s), of:14m00s\], SemaphoreSlim \[value:0, waiter:1/1, field:'Locks\.Timed\.own'\]"),
        Of([1], "Methods.First", $@"Methods\.Second\(\) at Methods\.cs:20, Methods\.Third\(\) at Methods\.cs:25, {Site}"),
        Of([3, 19], "Methods.Void", Site),
        Of([6], "ValueTasks.Outer", $@"ValueTasks\.PooledMiddle\(\) at ValueTasks\.cs:23, ValueTasks\.PooledInner\(\) at ValueTasks\.cs:30, {Site}"),
        Of([33], "ValueTasks.OverSource", "ParkedSource"),
        Of([32], "ValueTasks.AsTask", "ParkedSource"),
        Of([34], "ValueTasks.Custom", "CustomAwaiter"),
        Of([34], "ValueTasks.CustomStruct", "CustomAwaiter"),
        Of([21], "Streams.Reads", @"Channel<int> \[read, unbounded, items:0, waiter:1/1\]"),
        Of([21, 32], "Streams.ReadsAsTask", @"Channel<string> \[read, unbounded, items:0, waiter:1/1\]"),
        Of([21], "Streams.WaitsToRead", @"Channel<int> \[waitToRead, unbounded, items:0, waiter:1/1\]"),
        Of([21], "Streams.Writes", @"Channel<string> \[write, items:1/1, waiter:1/1\]"),
        Of([18], "Delegates.AwaitsRunning", @"Delegates\.Running\(\) running at Delegates\.cs:42 on thread \d+"),
        Of([17], "Delegates.AwaitsUnwrapped", $@"Delegates\.Async\(\) at Delegates\.cs:66, {Site}"),
        Of([16], "Delegates.AfterAll", $@"Task\.WhenAll \[left:2, of:2, ({Site}(, )?){{2}}\]"),
        Of([35], "Schedulers.ReadyInContext", @"SynchronizationContext 'StuckContext' \[posted\]"),
        Of([35], "Schedulers.YieldedToContext", @"SynchronizationContext 'StuckContext' \[posted\]"),
        Of([35, 38], "Schedulers.YieldedToScheduler", @"TaskScheduler 'StuckScheduler' \[queued\]"),
        Of([38], "Schedulers.Queued", @"TaskScheduler 'StuckScheduler' \[queued\]"),
        Line(3, "Methods.Void", @"^<async void pending name='0x[0-9a-f]+' coro=<Methods\.Void\(\) awaiting at Methods\.cs:\d+>"),
        Line(4, "Starting.BeforeFirstAwait", @"^<no Task yet coro=<Starting\.BeforeFirstAwait\(\) running at Starting\.cs:20 on thread \d+>>$"),
        Line(5, "Starting.AfterAwait", @"coro=<Starting\.AfterAwait\(\) running at Starting\.cs:28 on thread \d+>"),
        Line(6, "ValueTasks.PooledMiddle", @"^<ValueTask<int> pending name='0x[0-9a-f]+' coro=<ValueTasks\.PooledMiddle\(\) awaiting at ValueTasks\.cs:23>"),
        Line(7, "Streams.Numbers", @"^<async iterator pending name='0x[0-9a-f]+' coro=<Streams\.Numbers\(\) yielded at Streams\.cs:58>"),
        Line(15, "Delegates.After", $@"coro=<Delegates\.After\(\) not started> wait_for=<{Site}>"),
        Line(16, "Delegates.AfterAll", $@"coro=<Delegates\.AfterAll\(\) not started> wait_for=<Task\.WhenAll \[left:2, of:2, {Site}, {Site}\]>"),
        Line(18, "Delegates.Running", @"^<Task pending .* coro=<Delegates\.Running\(\) running at Delegates\.cs:42 on thread \d+>"),
        new([2], Traced, "Methods.First", SampleWhat.WaitsFor, $@"Methods\.Second\(\) at Methods\.cs:20, Methods\.Third\(\) at Methods\.cs:25, {Site}"),
        new([2], Traced, "ValueTasks.Outer", SampleWhat.WaitsFor, $@"ValueTasks\.PooledMiddle\(\) at ValueTasks\.cs:23, ValueTasks\.PooledInner\(\) at ValueTasks\.cs:30, {Site}"),
        new([2], Traced, "Delegates.AwaitsUnwrapped", SampleWhat.WaitsFor, $@"Delegates\.Async\(\) at Delegates\.cs:66, {Site}"),
        new([2], Traced, "Combinators.AllOfT", SampleWhat.WaitsFor, $@"Task\.WhenAll \[left:2, of:3, ({Site}(, )?){{2}}\]"),
    ];

    private static WaitSample Of(IReadOnlyList<int> rows, string method, string words) => new(rows, Program, method, SampleWhat.WaitsFor, words);

    private static WaitSample Line(int row, string method, string words) => new([row], Program, method, SampleWhat.Line, words);
}
