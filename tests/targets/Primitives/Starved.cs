namespace Primitives;

/// <summary>Takes every worker of the pool away, so that a timer comes due and nobody serves it.</summary>
internal static class Starved
{
    private static readonly ManualResetEventSlim s_gate = new();

    public static void StartAll()
    {
        int most = Environment.ProcessorCount + 1;
        ThreadPool.SetMinThreads(1, 1);
        ThreadPool.SetMaxThreads(most, most);
        for (int i = 0; i < most; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static _ => s_gate.Wait(), null);
        }

        // One worker is blocked already. The pool makes new ones slowly, and no more than it may.
        SpinWait.SpinUntil(static () => ThreadPool.ThreadCount == Environment.ProcessorCount + 1 && ThreadPool.PendingWorkItemCount > 0);
        long start = Environment.TickCount64;
        Keep.Alive(Late());
        SpinWait.SpinUntil(() => Environment.TickCount64 - start > 500);
    }

    private static async Task Late() => await Task.Delay(100);
}
