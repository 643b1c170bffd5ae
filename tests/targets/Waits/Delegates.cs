namespace Waits;

/// <summary>Tasks that run a delegate.</summary>
internal static class Delegates
{
    private static readonly ManualResetEventSlim s_gate = Gates.New();

    public static void StartAll()
    {
        Task running = Task.Run(Running);
        Standing.Expect("DelegateRunning");
        Standing.Tell("DelegateRunningTask", running, "Delegates.Running", TaskStatus.Running);

        Task stated = Task.Factory.StartNew(Stated, "stated-delegate", default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Standing.Tell("DelegateWithState", stated, "Delegates.Stated", TaskStatus.Running);

        var source = new CancellationTokenSource();
        Task asked = Task.Factory.StartNew(AskedToEnd, source.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        SpinWait.SpinUntil(() => asked.Status == TaskStatus.Running);
        source.Cancel();
        Standing.Tell("CancellationAsked", asked, "Delegates.AskedToEnd", TaskStatus.Running);

        Task parent = Task.Factory.StartNew(Parent, default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Standing.Tell("WaitsForChildren", parent, "Delegates.Parent", TaskStatus.WaitingForChildrenToComplete);

        Standing.Tell("Created", new Task(NeverRun), "Delegates.NeverRun", TaskStatus.Created);

        Task<int> antecedent = Sites.New(1);
        Standing.Tell("ContinueWith", antecedent.ContinueWith(After), "Delegates.After", TaskStatus.WaitingForActivation, [antecedent]);
        Task all = Task.Factory.ContinueWhenAll([antecedent, Sites.New(2)], AfterAll);
        Standing.Tell("ContinueWhenAll", all, "Delegates.AfterAll", TaskStatus.WaitingForActivation);

        Task<int> unwrapped = Task.Run(() => Sites.Start(Async));
        Sites.Start(() => AwaitsUnwrapped(unwrapped));
        Standing.Tell("Unwrap", unwrapped, status: TaskStatus.WaitingForActivation);
        Sites.Start(() => AwaitsRunning(running));
    }

    private static void Running()
    {
        Standing.Here("DelegateRunning", "Delegates.Running");
        s_gate.Wait();
    }

    private static void Stated(object? state) => s_gate.Wait();

    private static void AskedToEnd() => s_gate.Wait();

    private static void Parent()
    {
        for (int i = 0; i < 2; i++)
        {
            Task child = Task.Factory.StartNew(Child, default, TaskCreationOptions.AttachedToParent | TaskCreationOptions.LongRunning, TaskScheduler.Default);
            Standing.Tell("AttachedChild", child, "Delegates.Child", TaskStatus.Running);
        }
    }

    private static void Child() => s_gate.Wait();

    private static void NeverRun() => s_gate.Wait();

    private static int After(Task<int> antecedent) => antecedent.Result;

    private static void AfterAll(Task<int>[] antecedents) => GC.KeepAlive(antecedents);

    private static async Task<int> Async() => await Sites.Park("Delegates.Async", 1);

    private static async Task<int> AwaitsUnwrapped(Task<int> unwrapped) => await Sites.At(unwrapped, "Delegates.AwaitsUnwrapped", 1);

    private static async Task AwaitsRunning(Task running)
    {
        await Sites.At(running, "Delegates.AwaitsRunning", 1);
    }
}
