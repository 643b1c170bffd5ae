namespace Troubles;

internal static class Locks
{
    private static readonly object s_left = new(), s_right = new();
    private static readonly ManualResetEventSlim s_event = new();
    private static Task? s_behind;

    public static void Monitors(bool isInnocent)
    {
        using var both = new Barrier(2);
        var first = Begin(() => Takes(s_left, s_right, both));
        var second = Begin(() => Holds(s_right, isInnocent ? null : s_left, both));
        Stand(isInnocent ? [first] : [first, second]);
        Stand([second]);
    }

    /// <summary>A thread that holds a lock waits for a task, which runs on a thread that waits for the lock.</summary>
    public static void Joined(bool isInnocent)
    {
        var holds = Begin(() =>
        {
            lock (s_left)
            {
                s_behind = Task.Run(() => Enters(isInnocent ? s_right : s_left));
                WaitsFor(isInnocent ? Keep.Alive(Task.Delay(TimeSpan.FromHours(1))) : s_behind);
            }
        });
        Scenes.Until(() => s_behind is not null && (isInnocent || s_behind.Status == TaskStatus.Running));
        Stand([holds]);
        Scenes.UntilBlocked(isInnocent ? 1 : 2);
    }

    public static void Queue(bool isInnocent)
    {
        Stand([Begin(() =>
        {
            lock (s_left)
                s_event.Wait();
        })]);
        Stand([.. Enumerable.Range(0, isInnocent ? 2 : 6).Select(_ => Begin(() => Enters(s_left)))]);
    }

    private static void WaitsFor(Task task)
    {
        Scenes.Blocking();
        task.Wait();
    }

    private static void Enters(object gate)
    {
        Scenes.Blocking();
        lock (gate)
            Thread.SpinWait(1);
    }

    private static void Takes(object first, object second, Barrier both)
    {
        lock (first)
        {
            both.SignalAndWait();
            lock (second)
                Thread.SpinWait(1);
        }
    }

    private static void Holds(object first, object? second, Barrier both)
    {
        lock (first)
        {
            both.SignalAndWait();
            if (second is null)
            {
                s_event.Wait();
                return;
            }

            lock (second)
                Thread.SpinWait(1);
        }
    }

    private static Thread Begin(Action body)
    {
        var thread = new Thread(() => body()) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static void Stand(Thread[] threads) => Scenes.Until(() => Array.TrueForAll(threads, t => t.ThreadState.HasFlag(ThreadState.WaitSleepJoin)));
}
