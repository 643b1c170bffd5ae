using System.Reflection;

namespace Primitives;

/// <summary>Threads that are blocked on tasks, semaphores, monitors, locks and events.</summary>
internal static class BlockedThreads
{
    private static readonly Ledger s_ledger = new();
    private static readonly SemaphoreSlim s_permits = new(0);
    private static readonly ManualResetEventSlim s_gate = new();
#if NET9_0_OR_GREATER
    private static readonly Lock s_lock = new();
#endif

    public static void StartAll()
    {
        On("in-wait", () => Slow().Wait());
        On("in-result", static () => GC.KeepAlive(Slow().Result));
        On("in-getresult", static () => Slow().GetAwaiter().GetResult());
        On("in-waitall", static () => Task.WaitAll(Slow(), Slow()));
        On("in-waitany", static () => Task.WaitAny(Slow(), Slow()));
        On("in-delay", static () => Task.Delay(TimeSpan.FromHours(2)).Wait());
        On("in-semaphore", static () => s_permits.Wait());
        // A thread sleeps now and then while it still spins: only the semaphore's own count says that it has settled.
        FieldInfo waiting = typeof(SemaphoreSlim).GetField("m_waitCount", BindingFlags.Instance | BindingFlags.NonPublic)!;
        SpinWait.SpinUntil(() => (int)waiting.GetValue(s_permits)! == 1);
        On("in-event", static () => s_gate.Wait());
        On("in-sleep", static () => Thread.Sleep(TimeSpan.FromHours(1)));
        On("monitor-owner", OwnMonitor);
        On("in-monitor", EnterMonitor);
#if NET9_0_OR_GREATER
        On("lock-owner", OwnLock);
        On("in-lock", EnterLock);
#endif
        Pool();
    }

    private static async Task<int> Slow()
    {
        await new TaskCompletionSource().Task;
        return 1;
    }

    private static void OwnMonitor()
    {
        lock (s_ledger)
        {
            s_gate.Wait();
        }
    }

    private static void EnterMonitor()
    {
        lock (s_ledger)
        {
            s_gate.Wait();
        }
    }

#if NET9_0_OR_GREATER
    private static void OwnLock()
    {
        lock (s_lock)
        {
            s_gate.Wait();
        }
    }

    private static void EnterLock()
    {
        lock (s_lock)
        {
            s_gate.Wait();
        }
    }
#endif

    /// <summary>Blocks a worker of the pool: the delegate's task waits for a method's.</summary>
    private static void Pool()
    {
        Thread? worker = null;
        Keep.Alive(Task.Run(() =>
        {
            Thread.CurrentThread.Name = "in-pool";
            Volatile.Write(ref worker, Thread.CurrentThread);
            Slow().Wait();
        }));
        SpinWait.SpinUntil(() => Volatile.Read(ref worker) is { } w && w.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
    }

    private static void On(string name, ThreadStart body)
    {
        var thread = new Thread(body) { IsBackground = true, Name = name };
        thread.Start();
        SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
    }

    private sealed class Ledger;
}
