namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What must be said of the tasks of the Primitives program.</summary>
internal static class PrimitivesSamples
{
    private const string TwoHours = "(1h59m|2h00m)";
    private const string ThreeHours = "(2h59m|3h00m)";
    private const string FourHours = "(3h59m|4h00m)";
    private const string Quarter = @"(14m\d\ds|15m00s)";

    public static IReadOnlyList<WaitSample> All { get; } =
    [
        Of([19], "Sources.OrderService.InField", @"TaskCompletionSource<int> \[field:'Sources\.OrderService\._ready'\]"),
        Of([19], "Sources.OrderService.InProperty", @"TaskCompletionSource<int> \[field:'Sources\.OrderService\.Shipped'\]"),
        Of([19], "Sources.OrderService.InBaseField", @"TaskCompletionSource \[field:'Sources\.ServiceBase\._started'\]"),
        Of([19], "Sources.OrderService.InDerivedSource", @"Sources\.Reply \[field:'Sources\.OrderService\._reply'\]"),
        Of([19], "Sources.InStatic", @"TaskCompletionSource<int> \[field:'Sources\.s_static'\]"),
        Of([19], "Sources.InClosure", @"TaskCompletionSource \[field:'Sources\.InClosure\.ready'\]"),
        Of([19], "Sources.InLocal", @"TaskCompletionSource<int> \[field:'Sources\.InLocal\.local'\]"),
        Of([19], "Sources.InParameter", @"TaskCompletionSource \[field:'Sources\.InParameter\.parameter'\]"),
        Of([19], "Sources.InStaticDictionary", @"TaskCompletionSource<string> \[field:'Sources\.s_replies', in:Dictionary<int, TaskCompletionSource<string>>\]"),
        Of([19], "Sources.Registry.InDictionary", @"TaskCompletionSource \[field:'Sources\.Registry\._pending', in:Dictionary<int, TaskCompletionSource>\]"),
        Of([19], "Sources.Registry.InConcurrentDictionary", @"TaskCompletionSource<int> \[field:'Sources\.Registry\._calls', in:ConcurrentDictionary<string, TaskCompletionSource<int>>\]"),
        Of([19], "Sources.Registry.InList", @"TaskCompletionSource \[field:'Sources\.Registry\._list', in:List<TaskCompletionSource>\]"),
        Of([19], "Sources.Registry.InQueue", @"TaskCompletionSource \[field:'Sources\.Registry\._queue', in:Queue<TaskCompletionSource>\]"),
        Of([19], "Sources.Registry.InArray", @"TaskCompletionSource \[field:'Sources\.Registry\._array', in:TaskCompletionSource\[\]\]"),
        Of([20], "Semaphores.DbPool.RentAsync", @"SemaphoreSlim \[value:0, waiter:1/2, field:'Semaphores\.DbPool\._slots'\]"),
        Of([20], "Semaphores.DbPool.RentLaterAsync", @"SemaphoreSlim \[value:0, waiter:2/2, field:'Semaphores\.DbPool\._slots'\]"),
        Of([20], "Semaphores.DbPool.StripeAsync", @"SemaphoreSlim \[value:0, waiter:1/1, field:'Semaphores\.DbPool\._stripes', in:SemaphoreSlim\[\]\]"),
        Of([20, 10], "Semaphores.DbPool.TimedAsync", $@"SemaphoreSlim\.WaitUntilCountOrTimeoutAsync\(\) at IL_[0-9a-f]{{4}} \[await:1/\d, callee:Task\.WaitAsync\], Task\.WaitAsync \[left:~{TwoHours}, of:2h00m, cancel:~{ThreeHours}\], SemaphoreSlim \[value:0, waiter:1/1, field:'Semaphores\.DbPool\._timed'\]"),
        Of([20], "Semaphores.Static", @"SemaphoreSlim \[value:0, waiter:1/1, field:'Semaphores\.s_gate'\]"),
        Of([28], "Timers.Periodic", $@"PeriodicTimer \[left:~{Quarter}, period:15m00s\]"),
        Of([28], "Timers.PeriodicWithToken", $@"PeriodicTimer \[left:~{Quarter}, period:15m00s, cancellable\]"),
        Of([9], "Timers.DelayWithToken", $@"Task\.Delay \[left:~{TwoHours}, of:2h00m, cancellable\]"),
        Of([9], "Timers.DelayWithTimedToken", $@"Task\.Delay \[left:~{FourHours}, of:4h00m, cancel:~{ThreeHours}\]"),
        Of([9], "Timers.DelayWithLinkedToken", $@"Task\.Delay \[left:~{FourHours}, of:4h00m, cancel:~{ThreeHours}\]"),
        Of([41], "Timers.DelayOfOtherProvider", @"Task\.Delay \[timer:Timers\.FrozenTime\.FrozenTimer\]"),
        Of([10], "Timers.WaitWithTimeout", $@"Task\.WaitAsync \[left:~{Quarter}, of:15m00s\], Timers\.Slow\(\) at Timers\.cs:50, Task\.Delay \[left:~{TwoHours}, of:2h00m\]"),
        Of([10], "Timers.WaitWithToken", $@"Task\.WaitAsync \[cancel:~{ThreeHours}\], TaskCompletionSource<int>"),
        Of([30], "Joins.ForEach", @"Parallel\.ForEachAsync \[workers:3\]"),
        Of([31], "Joins.Begun", @"TaskFactory\.FromAsync"),
        Of([14], "Joins.Each", @".*, Task\.WhenEach \[left:2, Joins\.Part\(\) at Joins\.cs:38, Joins\.Part\(\) at Joins\.cs:38\]") with { Since = 9 },
        Of([9], "Starved.Late", @"Task\.Delay \[(overdue:\d+\.\ds|left:<=\S+|overdue:>=\S+), of:0\.1s\]"),
        Of([30], "Parallels.For", @"Parallel\.ForAsync \[workers:2\]"),
        Of([30], "Parallels.ForEachOfStream", @"Parallel\.ForEachAsync \[workers:2\]"),
        Of([31], "Patterns.ReadsOldStream", @"TaskFactory\.FromAsync"),
        Of([39], "Patterns.AwaitsEvent", @"TaskCompletionSource \[field:'AsyncManualResetEvent\._tcs'\]"),
        Of([16], "Patterns.AfterAny", @"Task\.WhenAny \[of:2, TaskCompletionSource<int> \[field:'Patterns\.s_first'\], TaskCompletionSource<int> \[field:'Patterns\.s_second'\]\]"),
    ];

    private static WaitSample Of(IReadOnlyList<int> rows, string method, string words) => new(rows, "Primitives", method, SampleWhat.WaitsFor, words);
}
