namespace Primitives;

/// <summary>Takes every worker of the pool away, so that a timer comes due and nobody serves it.</summary>
internal static class Starved
{
    private static readonly ManualResetEventSlim s_gate = new();
    private static int s_blocked;

    public static void StartAll()
    {
        int most = Environment.ProcessorCount + 1;
        ThreadPool.SetMinThreads(1, 1);
        ThreadPool.SetMaxThreads(most, most);
        for (int i = 0; i < most; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static _ => Block(), null);
        }

        // One worker is blocked already. The pool makes new ones slowly, and no more than it may; one that has not begun would serve the timer first.
        SpinWait.SpinUntil(() => Volatile.Read(ref s_blocked) == most - 1);
        long start = Environment.TickCount64;
        Keep.Alive(Late());
        SpinWait.SpinUntil(() => Environment.TickCount64 - start > 500);
    }

    private static void Block()
    {
        Interlocked.Increment(ref s_blocked);
        s_gate.Wait();
    }

    private static async Task Late() => await Task.Delay(100);
}
