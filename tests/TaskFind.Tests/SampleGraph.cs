using TaskFind.Model;

namespace TaskFind.Tests;

/// <summary>A graph with one of everything, for the golden files.</summary>
internal static class SampleGraph
{
    public static TaskGraph Make()
    {
        var maker = new GraphMaker();
        Waiting(maker);
        Chain(maker);
        Joins(maker);
        Cycle(maker);
        Ended(maker);
        Threads(maker);
        maker.Builder.Add(new RequestRow { Node = 0, Method = maker.Builder.Intern("GET"), Path = maker.Builder.Intern("/checkout/17"), Route = maker.Builder.Intern("/checkout/{id}"), Age = 3_200 });
        maker.Builder.AddGap("line of Legacy.dll", "no PDB for Legacy.dll");
        maker.Builder.AddGap("line of Legacy.dll", "no PDB for Legacy.dll");
        Ready(maker);
        Contexts(maker);
        Variables(maker);
        maker.Builder.Pool = new PoolInfo { Busy = 8, Workers = 8, Goal = 9, Min = 2, Max = 32767, Global = 29, HighPriority = 1, Local = 10, SinceDequeue = 10288, Timers = 400 };
        return maker.Build();
    }

    private static void Waiting(GraphMaker maker)
    {
        var main = maker.Async("Program.Main()", "/shop/src/Program.cs:30");
        var coro = maker.Async("Program.TaskCoro()", "/shop/src/Program.cs:14", id: 2);
        maker.Awaits(main, coro);
        maker.AwaitsPromise(coro, "Task", new WaitRow { Kind = WaitKind.Delay, Left = 800, Of = 1000 });
        maker.AwaitsPromise(maker.Async("Program.Late()", "/shop/src/Program.cs:50"), "Task", new WaitRow { Kind = WaitKind.Delay, Left = -10_200, Of = 725_000 });
        maker.AwaitsPromise(maker.Async("Program.Forever()", "/shop/src/Program.cs:51"), "Task", new WaitRow { Kind = WaitKind.Delay, IsInfinite = true });
        maker.AwaitsPromise(maker.Async("Program.Dumped()", "/shop/src/Program.cs:52"), "Task", new WaitRow { Kind = WaitKind.Delay, Left = 800, Of = 1000, IsBound = true });
        var timed = maker.Async("Program.Timed()", "/shop/src/Program.cs:53");
        var early = maker.Promise("Task<Order>");
        maker.Awaits(timed, early);
        var load = maker.Async("Data/OrderRepo.LoadAsync(int)", "/shop/data/OrderRepo.cs:41-43", "Task<Order>");
        maker.Awaits(early, load);
        maker.Builder[early].Wait = maker.Builder.Add(
            new WaitRow { Kind = WaitKind.WaitAsync, Address = maker.Builder[early].Address, Type = maker.Builder.Intern("Task.WaitAsync") },
            [new WaitFact("overdue", WaitFactKind.TimeAtLeast, 1_200), WaitFact.Time("of", 30_000), WaitFact.Flag("cancellable")]);
        var slot = maker.AwaitsPromise(load, "Task<bool>", new WaitRow { Kind = WaitKind.Semaphore, Count = 0, Position = 2, Total = 187 });
        maker.Builder[slot].Wait = maker.Builder.Add(
            new WaitRow { Kind = WaitKind.Semaphore, Address = maker.Builder[slot].Address, Count = 0, Position = 2, Total = 187 }, [WaitFact.Text("field", "DbPool._slots")]);
        var socket = new WaitRow { Kind = WaitKind.Socket, Address = 0x7f3c2d0000, Type = maker.Builder.Intern("Socket") };
        var line = maker.Async("Net.ReadLine()", "/shop/src/Net.cs:9");
        maker.Builder[line].Wait = maker.Builder.Add(
            socket, [WaitFact.Flag("receive"), WaitFact.Of("fd", 67), WaitFact.Text("peer", "10.0.0.9:5432"), WaitFact.Time("idle", 800), WaitFact.TimeAtMost("left", 90_000), WaitFact.Share("waiter", 1, 3), WaitFact.Name("type", "Order")]);
        var source = maker.Add(NodeKind.CompletionSource, "TaskCompletionSource<int>", null, null, name: "order-ready");
        maker.Builder[source].Wait = maker.Builder.Add(
            new WaitRow { Kind = WaitKind.CompletionSource }, [WaitFact.Text("field", "Orders._ready"), WaitFact.Name("in", "Dictionary<int, TaskCompletionSource<int>>")]);
        maker.Awaits(maker.Add(NodeKind.AsyncVoid, "async void", GraphMaker.Method("Ui/Form.OnClick(object, EventArgs)"), GraphMaker.At("/shop/ui/Form.cs:7")), source);
        var old = maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method("Legacy.Call(int, string)", overloaded: true), new AwaitPoint(AwaitPointKind.Awaiting) { ILOffset = 330, AwaitIndex = 3, AwaitCount = 8, Callee = "Stream.ReadAsync", WhyNoLine = "no PDB for Legacy.dll" });
        maker.Waits(old, new WaitRow { Kind = WaitKind.Other, Type = maker.Builder.Intern("MyAwaitable") });
        maker.Add(NodeKind.AsyncIterator, "async iterator", GraphMaker.Method("Feed.Pages<T>(int)"), GraphMaker.At("/shop/src/Feed.cs:22", AwaitPointKind.Yielded));
    }

    private static void Contexts(GraphMaker maker)
    {
        var activity = new ActivityInfo(At(1), "GET /checkout", "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", null);
        maker.Flows(new ContextInfo(activity, [Local("OrderContext.s_tenant", "string", LocalValueKind.Text, "string", "acme")]), 0, 1);
        maker.Flows(
            new ContextInfo(
                new ActivityInfo(At(2), "Old", null, null, "|542afb0a-4ac2bda4.1."),
                [
                    Local("Cart.Current", "Cart", LocalValueKind.Other, "Cart", null),
                    Local("Cart.s_count", "int", LocalValueKind.Plain, "int", "-42"),
                    Local("Cart.s_odd", "string", LocalValueKind.Text, "string", "it's\u001b[31m\n"),
                    Local("Cart.s_state", "OrderState", LocalValueKind.Plain, "OrderState", "Paid"),
                    Local("Cart.s_torn", "Cart", LocalValueKind.Unknown, "", null),
                    Local(null, "string", LocalValueKind.Null, "", null),
                ])
            { Omitted = 3 },
            2);
        maker.Flows(new ContextInfo(null, [.. Enumerable.Range(0, 9).Select(i => Local($"Many.s_{i}", "int", LocalValueKind.Plain, "int", $"{i}"))]), 4);
        maker.Flows(new ContextInfo(new ActivityInfo(At(3), null, null, null, null), []), 6);

        static ObjectAddress At(ulong i) => new(0x7f3c2f0000 + (i * 0x18));

        static LocalInfo Local(string? name, string type, LocalValueKind kind, string valueType, string? words) =>
            new(name, $"AsyncLocal<{type}>", At(10), new LocalValue(kind, valueType, words, kind == LocalValueKind.Null ? default : At(20)));
    }

    private static void Variables(GraphMaker maker)
    {
        maker.Has(
            new MethodVariables(
                [
                    new("this", "Program", new LocalValue(LocalValueKind.Other, "Program", null, new ObjectAddress(0x7f3c2f0300))),
                    new("id", "int", new LocalValue(LocalValueKind.Plain, "int", "42", default)),
                    new("name", "string", new LocalValue(LocalValueKind.Text, "string", "it's\u001b[31m\n", new ObjectAddress(0x7f3c2f0318))),
                    new("none", "Cart", new LocalValue(LocalValueKind.Null, "", null, default)),
                    new("when", "DateTime", new LocalValue(LocalValueKind.Plain, "DateTime", "2026-11-27T12:30:00Z", default)),
                    new("place", "Point", new LocalValue(LocalValueKind.Other, "Point", null, default)),
                    new("torn", "Cart", new LocalValue(LocalValueKind.Unknown, "", null, default)),
                ])
            { Omitted = 2 },
            1);
        maker.Has(new MethodVariables([.. Enumerable.Range(0, 9).Select(i => new VariableInfo($"n{i}", "int", new LocalValue(LocalValueKind.Plain, "int", $"{i}", default)))]), 0);
    }

    private static void Ready(GraphMaker maker)
    {
        var posted = maker.Add(NodeKind.AsyncMethod, "Task<Order>", GraphMaker.Method("Ui/Form.ShowAsync()"), GraphMaker.At("/shop/ui/Form.cs:44", AwaitPointKind.Queued));
        maker.Builder[posted].Wait = maker.Builder.Add(
            new WaitRow { Kind = WaitKind.SynchronizationContext, Type = maker.Builder.Intern("SynchronizationContext") }, [WaitFact.Label("type", "UiContext"), WaitFact.Flag("posted")]);
    }

    private static void Chain(GraphMaker maker)
    {
        var post = maker.Async("Api/CheckoutApi.Post()", "/shop/api/CheckoutApi.cs:31");
        var last = post;
        last = Link("Pay/PayService.PayAsync()", "/shop/pay/PayService.cs:88", false);
        last = Link("Pay/PayService.RetryAsync()", "/shop/pay/PayService.cs:90", false);
        last = Link("Pay/PayService.OnceAsync()", "/shop/pay/PayService.cs:95", false);
        last = Link("Data/OrderRepo.QueryAsync()", "/shop/other/OrderRepo.cs:52", false);
        for (var i = 0; i < 7; i++)
            last = Link($"System.Net/Frame.Step{i}()", $"/_/src/Frame.cs:{i + 1}", true);
        maker.Waits(last, new WaitRow { Kind = WaitKind.Other, Type = maker.Builder.Intern("AwaitableSocketAsyncEventArgs") });

        int Link(string method, string at, bool framework)
        {
            var next = maker.Async(method, at, framework: framework);
            maker.Awaits(last, next);
            return next;
        }
    }

    private static void Joins(GraphMaker maker)
    {
        int[] workers = [.. Enumerable.Range(0, 4).Select(i => maker.Async($"Work.Step{i}()", $"/shop/src/Work.cs:{10 + i}"))];
        var all = maker.AwaitsPromise(maker.Async("Work.Everything()", "/shop/src/Work.cs:70"), "Task", new WaitRow { Kind = WaitKind.WhenAll, Count = 4, Total = 5 }, workers);
        foreach (var worker in workers)
            maker.Continue(worker, new ContinuationRow { Kind = ContinuationKind.Node, Address = maker.Builder[all].Address, Target = all });
        maker.AwaitsPromise(maker.Async("Work.Either()", "/shop/src/Work.cs:80"), "Task<Task>", new WaitRow { Kind = WaitKind.WhenAny, Total = 2 }, workers[0], workers[1]);
        var unwrap = maker.Promise("Task");
        maker.Awaits(unwrap, maker.Async("Work.Main.<lambda>()", "/shop/src/Work.cs:91"));
        maker.Awaits(maker.Async("Work.Runner()", "/shop/src/Work.cs:90"), unwrap);
    }

    private static void Cycle(GraphMaker maker)
    {
        var a = maker.Async("Loop.A()", "/shop/src/Loop.cs:3", id: 11);
        var b = maker.Async("Loop.B()", "/shop/src/Loop.cs:8", id: 12);
        maker.Awaits(a, b);
        maker.Awaits(b, a);
    }

    private static void Ended(GraphMaker maker)
    {
        var defined = GraphMaker.At("/shop/data/OrderRepo.cs:37", AwaitPointKind.Done);
        var failed = maker.Add(NodeKind.AsyncMethod, "Task<Order>", GraphMaker.Method("Data/OrderRepo.SaveAsync(Order)"), defined, TaskState.Finished, TaskStatus.Faulted);
        maker.Builder.Extra(ref maker.Builder[failed]).Exception = maker.Builder.Add(new ExceptionInfo("TimeoutException", "no reply\n\u001b[31mfrom 'db'", IsObserved: false));
        var good = maker.Add(NodeKind.AsyncMethod, "Task<int>", GraphMaker.Method("Data/OrderRepo.CountAsync()"), defined, TaskState.Finished);
        maker.Builder.Extra(ref maker.Builder[good]).Result = maker.Builder.Intern("42");
        maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method("Data/OrderRepo.SyncAsync()"), defined, TaskState.Cancelled);
        var queued = maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method("Data/OrderRepo.Next()"), GraphMaker.At("/shop/data/OrderRepo.cs:60", AwaitPointKind.Queued), TaskState.Cancelling);
        maker.Awaits(queued, good);
    }

    private static void Threads(GraphMaker maker)
    {
        maker.Builder.RunningMethods.Add(new RunningMethod(7, GraphMaker.Method("Program.SyncPart()"), GraphMaker.At("/shop/src/Program.cs:12", AwaitPointKind.Running)));
        var busy = maker.Add(NodeKind.Delegate, "Task", GraphMaker.Method("Program.Main.<lambda>()"), GraphMaker.At("/shop/src/Program.cs:61", AwaitPointKind.Running), status: TaskStatus.Running, thread: 12);
        var monitor = maker.Builder.Add(
            new WaitRow { Kind = WaitKind.Monitor, Address = 0x7f3c2c0050, Type = maker.Builder.Intern("Monitor") },
            [WaitFact.Name("object", "Ledger"), WaitFact.Of("owner", 1), WaitFact.Of("waiting", 1)]);
        ThreadFrame[] frames =
        [
            new(GraphMaker.Method("System.Threading/Monitor.Wait(object)", framework: true), new AwaitPoint(AwaitPointKind.Running)),
            new(GraphMaker.Method("Program.Main()"), GraphMaker.At("/shop/src/Program.cs:9", AwaitPointKind.Running)),
        ];
        maker.Builder.Threads.Add(new ThreadRow(1, 4711, "main") { Awaits = busy, Holds = [monitor], Frames = frames });
        maker.Builder.Threads.Add(new ThreadRow(7, 4720, ".NET TP Worker"));
        maker.Builder.Threads.Add(new ThreadRow(12, 4725, null) { Runs = busy, Wait = monitor });
        maker.Continue(busy, new ContinuationRow { Kind = ContinuationKind.BlockedThread, Address = 0x7f3c2c0010, Target = 1 });
        var action = maker.Builder.Intern(GraphMaker.Method("Log.Write(Task)"));
        maker.Continue(busy, new ContinuationRow { Kind = ContinuationKind.Delegate, Address = 0x7f3c2c0020, Target = action, Via = maker.Builder.Intern("SynchronizationContext UiContext") });
        maker.Continue(busy, new ContinuationRow { Kind = ContinuationKind.Other, Address = 0x7f3c2c0030, Target = maker.Builder.Intern("MyCompletionAction") });
        maker.Add(NodeKind.Delegate, "Task", GraphMaker.Method("Program.Job()"), new AwaitPoint(AwaitPointKind.NotStarted), status: TaskStatus.Created);
    }
}
