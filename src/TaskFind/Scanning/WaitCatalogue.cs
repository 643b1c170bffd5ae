using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>All that can be waited for and has words: docs/waits.md is made of this, and tests prove each row on each runtime.</summary>
internal static class WaitCatalogue
{
    /// <summary>Gets the rows by their numbers; those from 42 on are about threads that are blocked.</summary>
    public static IReadOnlyList<WaitCatalogueRow> Rows { get; } =
    [
        new(1, [WaitKind.Task], "an `async` method",
            ["Methods.Second() at Methods.cs:20, Methods.Third() at Methods.cs:25, TaskCompletionSource<int> [name:'site-1', field:'Sites.New.source']"],
            [typeof(TaskObjectLayout), typeof(MachineLayout)]),
        new(2, [WaitKind.Task, WaitKind.WhenAll], "the same while the runtime traces its tasks (`TplEventSource`)",
            ["Methods.Second() at Methods.cs:20, Methods.Third() at Methods.cs:25, TaskCompletionSource<int> [name:'site-1', field:'Sites.New.source']"],
            [typeof(ContinuationWrapperLayout)]),
        new(3, [], "an `async void` method",
            ["<async void pending name='0x7f98c982c750' coro=<Methods.Void() awaiting at Methods.cs:28>"],
            [typeof(MachineLayout)]),
        new(4, [], "a method that has not reached its first `await`",
            ["<no Task yet coro=<Starting.BeforeFirstAwait() running at Starting.cs:20 on thread 4>>"],
            [typeof(RunnerReader)]),
        new(5, [], "a method that runs",
            ["coro=<Starting.AfterAwait() running at Starting.cs:28 on thread 5>"],
            [typeof(RunnerReader)]),
        new(6, [WaitKind.Task], "a pooled `ValueTask` method (`PoolingAsyncValueTaskMethodBuilder`)",
            [
                "ValueTasks.PooledMiddle() at ValueTasks.cs:23, ValueTasks.PooledInner() at ValueTasks.cs:30, TaskCompletionSource<int> [name:'site-1', field:'Sites.New.source']",
                "<ValueTask<int> pending name='0x7f98c9862340' coro=<ValueTasks.PooledMiddle() awaiting at ValueTasks.cs:23>",
            ],
            [typeof(PooledBoxLayout)]),
        new(7, [], "an async iterator",
            ["<async iterator pending name='0x7f98c9861878' coro=<Streams.Numbers() yielded at Streams.cs:58>"],
            [typeof(IteratorLayout)]),
        new(8, [], "a runtime-async method",
            [],
            [typeof(TaskObjectLayout)])
        {
            Since = 10,
            NotCovered = "not read: such chains are counted and a gap says so, and a search that may mean one says why it found nothing",
        },
        new(9, [WaitKind.Delay], "`Task.Delay`",
            [
                "Task.Delay [left:52.0s, of:1m00s, cancellable]",
                "Task.Delay [infinite]",
                "Task.Delay [left:<=1h59m, of:2h00m]",
                "Task.Delay [infinite, cancel:29m58s]",
                "Task.Delay [overdue:0.9s, of:0.1s]",
            ],
            [typeof(DelayPromiseLayout), typeof(TimerLayout), typeof(CallbackNodeLayout)])
        {
            NotCovered = "a dump tells how much was left at the most (`<=`), not how much",
        },
        new(10, [WaitKind.WaitAsync], "`Task.WaitAsync`",
            [
                "Task.WaitAsync [left:14m58s, of:15m00s], Timers.Slow() at Timers.cs:50, Task.Delay [left:1h59m, of:2h00m]",
                "Task.WaitAsync [cancel:2h59m], TaskCompletionSource<int>",
            ],
            [typeof(WaitAsyncLayout)]),
        new(11, [WaitKind.WhenAll], "`Task.WhenAll` of tasks without results",
            ["Task.WhenAll [left:3, Combinators.Branch() at Combinators.cs:60, <1 more>, Combinators.Branch() at Combinators.cs:60]"],
            [typeof(WhenAllPromiseLayout)])
        {
            NotCovered = "how many there were at first: the runtime keeps only those that are left",
        },
        new(12, [WaitKind.WhenAll], "`Task.WhenAll` of tasks with results",
            ["Task.WhenAll [left:2, of:3, TaskCompletionSource<int> [name:'site-1', field:'Sites.New.source'], TaskCompletionSource<int> [name:'site-2', field:'Sites.New.source']]"],
            [typeof(WhenAllResultsLayout)]),
        new(13, [WaitKind.WhenAny], "`Task.WhenAny`",
            ["Task.WhenAny [of:2, Combinators.Branch() at Combinators.cs:60, Combinators.Branch() at Combinators.cs:60]"],
            [typeof(WhenAnyPromiseLayout)]),
        new(14, [WaitKind.WhenEach], "`Task.WhenEach`",
            ["Task.WhenEachState.Iterate<T>() at IL_0192 [await:1/1], Task.WhenEach [left:2, Joins.Part() at Joins.cs:38, Joins.Part() at Joins.cs:38]"],
            [typeof(WhenEachLayout)])
        {
            Since = 9,
        },
        new(15, [], "`ContinueWith`",
            ["coro=<Delegates.After() not started> wait_for=<TaskCompletionSource<int> [name:'site-1', field:'Sites.New.source']>"],
            [typeof(LinkPromiseLayout), typeof(ContinueWithLayout)]),
        new(16, [WaitKind.WhenAll, WaitKind.WhenAny], "`ContinueWhenAll`, `ContinueWhenAny`",
            ["coro=<Delegates.AfterAll() not started> wait_for=<Task.WhenAll [left:2, of:2, TaskCompletionSource<int> [name:'site-1', field:'Sites.New.source'], TaskCompletionSource<int> [name:'site-2', field:'Sites.New.source']]>"],
            [typeof(WhenAllResultsLayout)]),
        new(17, [WaitKind.Task], "`Task.Run(async …)`, `Unwrap`",
            ["Delegates.Async() at Delegates.cs:66, TaskCompletionSource<int> [name:'site-1', field:'Sites.New.source']"],
            [typeof(UnwrapPromiseLayout)]),
        new(18, [WaitKind.Task, WaitKind.ThreadPool], "the task of a delegate",
            ["Delegates.Running() running at Delegates.cs:42 on thread 6"],
            [typeof(TaskObjectLayout), typeof(DelegateLayout)]),
        new(19, [WaitKind.CompletionSource], "a `TaskCompletionSource`",
            [
                "TaskCompletionSource<int> [name:'field-order', field:'Sources.OrderService._orderReady']",
                "TaskCompletionSource<string> [field:'Sources.s_replies', in:Dictionary<int, TaskCompletionSource<string>>]",
                "Sources.Reply [field:'Sources.OrderService._reply']",
            ],
            [typeof(CompletionSourceLayout)])
        {
            NotCovered = "the field where only a thread-static field, a static field of the framework or native code holds it",
        },
        new(20, [WaitKind.Semaphore], "`SemaphoreSlim.WaitAsync`",
            ["SemaphoreSlim [value:0, waiter:1/2, field:'Semaphores.DbPool._slots']"],
            [typeof(SemaphoreNodeLayout), typeof(SemaphoreLayout)])
        {
            NotCovered = "who holds it is inferred, in the overview and in `tree` alone",
        },
        new(21, [WaitKind.Channel], "channels",
            [
                "Channel<Order> [write, items:2/2, waiter:1/3]",
                "Channel<int> [waitToRead, items:0/7, waiter:1/1]",
                "Channel<Order> [read, unbounded, items:0, waiter:1/2]",
                "Channel<Order> [read, singleConsumer, waiter:1/1]",
                "Channel<int> [read, prioritized, items:0, waiter:1/1]",
                "Channel<Order> [write, rendezvous, waiter:2/2]",
            ],
            [typeof(ChannelOperationLayout), typeof(ChannelLayout)])
        {
            NotCovered = "prioritized channels exist from .NET 9 on, rendezvous from 10; a channel class of the program's own is a `ValueTask` source",
        },
        new(22, [WaitKind.Pipe], "`PipeReader.ReadAsync`, `PipeWriter.FlushAsync`",
            [
                "Pipe [read, unread:0]",
                "Pipe [flush, unread:100, resumesBelow:5]",
            ],
            [typeof(PipeEndLayout), typeof(PipeLayout)]),
        new(23, [WaitKind.Socket], "a socket",
            [
                "Socket [receive, fd:67, local:'127.0.0.1:54158', peer:'127.0.0.1:36699', tcp:established, unread:0]",
                "Socket [accept, fd:69, local:'127.0.0.1:36699', tcp:listen, unaccepted:0]",
                "Socket [connect, fd:64, local:'127.0.0.1:42226', peer:'127.0.0.1:43929', tcp:syn-sent, unread:0]",
                "Socket [receive-from, fd:70, local:'127.0.0.1:4000', udp, unread:0]",
            ],
            [typeof(SocketArgsLayout), typeof(SocketLayout)])
        {
            NotCovered = "a dump has the endpoints only where the program read them; `send-to` and the rarer operations are not proved; Windows",
        },
        new(24, [WaitKind.Socket], "streams over a socket or pipe: `NetworkStream`, `StreamReader`, `SslStream`, `WebSocket`, named pipes, `HttpClient` (HTTP/1.1), a child's output",
            [
                "StreamReader.ReadLineAsyncInternal() at IL_0000, Socket [receive, fd:71]",
                "SslStream.ReadAsyncInternal<TIOAdapter>() at IL_0000, <3 framework>, Socket [receive, fd:72]",
            ],
            [typeof(SocketArgsLayout)])
        {
            NotCovered = "database drivers were not tried; their chains end in a socket",
        },
        new(25, [WaitKind.HttpStream], "`HttpClient` over HTTP/2",
            ["HttpClient.SendAsync.Core() at IL_0000, <3 framework>, Http2Stream [headers, stream:1, method:GET, url:'http://127.0.0.1:4000/http2?x=1']"],
            [typeof(Http2StreamLayout), typeof(HttpRequestLayout)])
        {
            NotCovered = "a wait for the body (`body`) is not proved; HTTP/3",
        },
        new(26, [], "a request that ASP.NET Core handles",
            ["request=<Request [method:GET, path:'/slow', route:'/slow', age:4.5s]>"],
            [typeof(RequestMachine), typeof(HttpProtocolLayout)]),
        new(27, [WaitKind.File], "`FileStream`",
            ["File [read, path:'/tmp/fifo', fd:80]"],
            [typeof(FileSourceLayout)])
        {
            NotCovered = "Windows",
        },
        new(28, [WaitKind.PeriodicTimer], "`PeriodicTimer.WaitForNextTickAsync`",
            ["PeriodicTimer [left:14m58s, period:15m00s, cancellable]"],
            [typeof(PeriodicTimerStateLayout), typeof(PeriodicTimerLayout)]),
        new(29, [WaitKind.Process], "`Process.WaitForExitAsync`",
            ["Process.WaitForExitAsync() at IL_0000, Process [exit, pid:5617]"],
            [typeof(ProcessExitMachine), typeof(ProcessLayout)]),
        new(30, [WaitKind.Parallel], "`Parallel.ForEachAsync`, `Parallel.ForAsync`",
            ["Parallel.ForEachAsync [workers:3]", "Parallel.ForAsync [workers:2]"],
            [typeof(ParallelStateLayout)])
        {
            NotCovered = "the workers' own tasks are not listed behind it",
        },
        new(31, [WaitKind.Other], "`TaskFactory.FromAsync`",
            ["TaskFactory.FromAsync"],
            [typeof(FromAsyncLayout), typeof(FromAsyncTrimLayout)])
        {
            NotCovered = "which `Begin…` method it was",
        },
        new(32, [WaitKind.ValueTaskSource, WaitKind.Channel], "`ValueTask.AsTask`",
            ["ParkedSource"],
            [typeof(LinkPromiseLayout)]),
        new(33, [WaitKind.ValueTaskSource], "any other `IValueTaskSource`",
            ["ParkedSource"],
            [typeof(ValueTaskSourceLayout)]),
        new(34, [WaitKind.Other], "an awaitable of the program's own",
            ["CustomAwaiter"],
            [typeof(PointReader)])
        {
            NotCovered = "only its type is known",
        },
        new(35, [WaitKind.ThreadPool, WaitKind.SynchronizationContext, WaitKind.Scheduler], "nothing any more, its turn: `Task.Yield`, or what was awaited is done",
            [
                "ThreadPool [global, position:2/9]",
                "ThreadPool [local, thread:6, position:1/3]",
                "SynchronizationContext 'StuckContext' [posted]",
            ],
            [typeof(ReadyReader), typeof(WorkQueueLayout), typeof(LocalQueueLayout)])
        {
            NotCovered = "contexts whose queue is native, as a window's",
        },
        new(36, [WaitKind.Dataflow], "blocks of TPL Dataflow",
            [
                "BufferBlock<int> [receive, name:'orders']",
                "BufferBlock<int> [completion, name:'orders']",
                "BufferBlock<int> [send]",
            ],
            [typeof(DataflowCoreLayout), typeof(DataflowSendLayout), typeof(DataflowTargetsLayout)]),
        new(37, [WaitKind.Scheduler], "a `ConcurrentExclusiveSchedulerPair`",
            [
                "ConcurrentExclusiveSchedulerPair [exclusive, queued]",
                "ConcurrentExclusiveSchedulerPair [concurrent, queued]",
            ],
            [typeof(SchedulerLayout)]),
        new(38, [WaitKind.Scheduler, WaitKind.SynchronizationContext], "any other `TaskScheduler`",
            [
                "TaskScheduler 'StuckScheduler' [queued]",
                "SynchronizationContext 'StuckContext' [posted]",
            ],
            [typeof(SchedulerLayout)])
        {
            NotCovered = "the position in its queue",
        },
        new(39, [WaitKind.CompletionSource], "asynchronous events and locks made of a `TaskCompletionSource`",
            ["TaskCompletionSource [field:'AsyncManualResetEvent._tcs']"],
            [typeof(CompletionSourceLayout)])
        {
            NotCovered = "those of Nito.AsyncEx and Microsoft.VisualStudio.Threading were not tried",
        },
        new(40, [WaitKind.Delay, WaitKind.CompletionSource], "`BackgroundService`, and a host that runs until it is stopped",
            [
                "Task.Delay [left:5h59m, of:6h00m, cancellable]",
                "HostingAbstractionsHostExtensions.WaitForShutdownAsync() at IL_0066 [await:1/2, callee:Task.Delay], Task.Delay [infinite, cancellable]",
                "HostingAbstractionsHostExtensions.WaitForShutdownAsync() at IL_0098 [await:1/2, callee:TaskCompletionSource.Task], TaskCompletionSource<object>",
            ],
            [typeof(DelayPromiseLayout)]),
        new(41, [WaitKind.Delay], "`Task.Delay` of another `TimeProvider`",
            ["Task.Delay [timer:Timers.FrozenTime.FrozenTimer]"],
            [typeof(DelayPromiseLayout)])
        {
            NotCovered = "how much is left: only the provider knows",
        },
        new(42, [WaitKind.Task, WaitKind.Delay], "a thread in `Task.Wait`, `Result` or `GetResult`",
            ["BlockedThreads.Slow() at BlockedThreads.cs:40"],
            [typeof(BlockedThreads)]),
        new(43, [WaitKind.Event, WaitKind.WhenAny], "a thread in `Task.WaitAll`, `Task.WaitAny`",
            ["Task.WaitAll [left:2, BlockedThreads.Slow() at BlockedThreads.cs:40, BlockedThreads.Slow() at BlockedThreads.cs:40]"],
            [typeof(BlockedThreads)]),
        new(44, [WaitKind.Semaphore], "a thread in `SemaphoreSlim.Wait`",
            ["SemaphoreSlim [value:0, waiters:1, field:'BlockedThreads.s_permits']"],
            [typeof(BlockedThreads), typeof(SemaphoreLayout)]),
        new(45, [WaitKind.Monitor], "a thread at a `lock` of an object",
            ["Monitor [object:BlockedThreads.Ledger, owner:13, waiting:1]"],
            [typeof(BlockedThreads), typeof(MonitorScan)]),
        new(46, [WaitKind.Lock], "a thread at a `lock` of a `System.Threading.Lock`",
            ["Lock [owner:15, waiting:1]"],
            [typeof(BlockedThreads), typeof(LockLayout)])
        {
            Since = 9,
        },
        new(47, [WaitKind.Event], "a thread in any other wait: events, `Thread.Sleep`, `Barrier` …",
            [
                "ManualResetEventSlim.Wait",
                "Thread.Sleep",
            ],
            [typeof(BlockingCalls)])
        {
            NotCovered = "who would set the event, and how long the sleep lasts",
        },
    ];
}
