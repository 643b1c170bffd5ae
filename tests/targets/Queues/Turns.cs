namespace Queues;

/// <summary>What is ready to run on schedulers and contexts that do not serve it.</summary>
internal static class Turns
{
    private static readonly StuckContext s_context = new();
    private static readonly StuckContext s_behind = new();
    private static readonly StuckScheduler s_scheduler = new();
    private static readonly ConcurrentExclusiveSchedulerPair s_pair = new();
    private static readonly TaskCompletionSource s_ready = new();

    public static object StartAll()
    {
        Start(() => { }, s_scheduler);
        var all = new List<Task>
        {
            Start(OnScheduler, s_scheduler), Start(OnExclusive, s_pair.ExclusiveScheduler), Start(OnConcurrent, s_pair.ConcurrentScheduler),
            YieldsToScheduler(), s_context.Run(YieldsToContext), s_context.Run(() => ReadyInContext(s_ready.Task)),
            Start(BehindContext, s_behind.Run(TaskScheduler.FromCurrentSynchronizationContext)),
        };
        s_ready.SetResult();
        return all;
    }

    private static Task Start(Action action, TaskScheduler scheduler) => Task.Factory.StartNew(action, default, TaskCreationOptions.None, scheduler);

    private static void OnScheduler() => Console.WriteLine("never");

    private static void OnExclusive() => Console.WriteLine("never");

    private static void OnConcurrent() => Console.WriteLine("never");

    private static void BehindContext() => Console.WriteLine("never");

    // The scheduler runs the first task that it gets, which starts the method; the method's own turn it only keeps.
    private static Task YieldsToScheduler()
    {
        Task? yielded = null;
        Start(() => { yielded = Yields(); }, new StuckScheduler());
        return yielded!;
    }

    private static async Task Yields() => await Task.Yield();

    private static async Task YieldsToContext() => await Task.Yield();

    private static async Task ReadyInContext(Task ready) => await ready;
}
