namespace Waits;

/// <summary>Methods and tasks that wait for a scheduler or a context that does not serve them.</summary>
internal static class Schedulers
{
    private static readonly StuckContext s_context = new();
    private static readonly StuckContext s_readyContext = new();

    public static void StartAll()
    {
        Task yielded = OnScheduler(YieldedToScheduler);
        Task captured = OnScheduler(() => Sites.Start(CapturesScheduler, ends: false));
        Standing.Tell("YieldedToScheduler", yielded, "Schedulers.YieldedToScheduler", TaskStatus.WaitingForActivation);
        Standing.Tell("CapturesScheduler", captured, "Schedulers.CapturesScheduler");

        var scheduler = new StuckScheduler();
        Task.Factory.StartNew(() => { }, default, TaskCreationOptions.None, scheduler);
        Standing.Tell("DelegateQueued", Task.Factory.StartNew(Queued, default, TaskCreationOptions.None, scheduler), "Schedulers.Queued", TaskStatus.WaitingToRun);
        Sites.OnGo(scheduler.RunAll);

        Standing.Tell("YieldedToContext", s_context.Run(YieldedToContext), "Schedulers.YieldedToContext", TaskStatus.WaitingForActivation);
        s_context.Run(() => Sites.Start(CapturesContext, ends: false));
        Sites.OnGo(s_context.RunAll);

        var source = new TaskCompletionSource<int>("ready");
        Standing.Tell("ReadyInContext", s_readyContext.Run(() => ReadyInContext(source.Task)), "Schedulers.ReadyInContext", TaskStatus.WaitingForActivation);
        source.SetResult(1);
        Sites.OnGo(s_readyContext.RunAll);
    }

    // The method's own Task, and not the one of the scheduler, which only starts it.
    private static T OnScheduler<T>(Func<T> kickOff)
        where T : Task
    {
        var scheduler = new StuckScheduler();
        T? started = null;
        Task.Factory.StartNew(() => { started = kickOff(); }, default, TaskCreationOptions.None, scheduler);
        Sites.OnGo(scheduler.RunAll);
        return started!;
    }

    private static async Task YieldedToScheduler()
    {
        await Task.Yield();
        await Task.Yield();
    }

    private static async Task<int> CapturesScheduler() => await Sites.Park("Schedulers.CapturesScheduler", 1);

    private static async Task YieldedToContext()
    {
        await Task.Yield();
    }

    private static async Task<int> CapturesContext() => await Sites.Park("Schedulers.CapturesContext", 1);

    private static async Task<int> ReadyInContext(Task<int> ready)
    {
        return await ready;
    }

    private static void Queued() => Console.WriteLine("the queued delegate has run");
}
