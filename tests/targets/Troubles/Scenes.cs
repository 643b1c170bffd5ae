namespace Troubles;

/// <summary>All scenes by the name of the finding, with a variant behind a dot.</summary>
internal static class Scenes
{
    public static void Start(string name, bool isInnocent)
    {
        Action<bool> scene = name switch
        {
            "deadlock.circle" => Circles.Tasks,
            "deadlock.thread" => Circles.Threads,
            "deadlock.context" => Contexts.Start,
            "deadlock.semaphore" => Semaphores.Twice,
            "deadlock.monitor" => Locks.Monitors,
            "deadlock.joined" => Locks.Joined,
            "sync-over-async" => SyncOverAsync.Start,
            "thread-pool-starvation" => i => Starving.Start(i),
            "thread-pool-starvation.growing" => i => Starving.Start(i, most: null),
            "overdue-timer" => i => Starving.Start(i),
            "unobserved-exception" => Failing.Start,
            "continuation-pile-up" => Piling.Start,
            "abandoned-reads" => Reading.Start,
            "stuck-behind.semaphore" => Semaphores.Queue,
            "stuck-behind.channel" => Reading.Full,
            "stuck-behind.lock" => Locks.Queue,
            "stuck-behind.connection" => Connections.Start,
            "stuck-behind.task" => Semaphores.Signal,
            "cancelled-but-running" => Cancelling.Start,
            "hanging-test" => Hanging.Start,
            _ => throw new ArgumentException($"no scene '{name}'"),
        };
        scene(isInnocent);
    }

    private static readonly List<Thread> s_blocking = [];

    /// <summary>Waits until something has come about.</summary>
    public static void Until(Func<bool> condition) => SpinWait.SpinUntil(condition);

    /// <summary>Notes that the calling thread is about to block.</summary>
    public static void Blocking()
    {
        lock (s_blocking)
            s_blocking.Add(Thread.CurrentThread);
    }

    /// <summary>Waits until so many threads are blocked, and spin no more.</summary>
    public static void UntilBlocked(int count) => Until(() =>
    {
        lock (s_blocking)
            return s_blocking.Count(t => t.ThreadState.HasFlag(ThreadState.WaitSleepJoin)) >= count;
    });
}
