namespace Waits;

/// <summary>Threads that are blocked on tasks.</summary>
internal static class Blocked
{
    public static void StartAll()
    {
        On("blocked-wait", "Blocked.InWait", InWait);
        On("blocked-result", "Blocked.InResult", InResult);
        On("blocked-getresult", "Blocked.InGetResult", InGetResult);
        On("blocked-waitall", "Blocked.InWaitAll", InWaitAll);
        On("blocked-waitany", "Blocked.InWaitAny", InWaitAny);
    }

    private static void On(string thread, string standing, ThreadStart body)
    {
        new Thread(body) { IsBackground = true, Name = thread }.Start();
        Standing.Expect(standing);
    }

    private static async Task<int> Slow() => await Sites.Park("Blocked.Slow", 1);

    private static void InWait()
    {
        Task<int> slow = Sites.Start(Slow);
        Standing.Here("Blocked.InWait", "Blocked.InWait", waitsFor: [slow]);
        slow.Wait();
    }

    private static void InResult()
    {
        Task<int> slow = Sites.Start(Slow);
        Standing.Here("Blocked.InResult", "Blocked.InResult", waitsFor: [slow]);
        GC.KeepAlive(slow.Result);
    }

    private static void InGetResult()
    {
        Task<int> slow = Sites.Start(Slow);
        Standing.Here("Blocked.InGetResult", "Blocked.InGetResult", waitsFor: [slow]);
        slow.GetAwaiter().GetResult();
    }

    private static void InWaitAll()
    {
        Task[] slow = [Sites.Start(Slow), Sites.Start(Slow)];
        Standing.Here("Blocked.InWaitAll", "Blocked.InWaitAll", waitsFor: slow);
        Task.WaitAll(slow);
    }

    private static void InWaitAny()
    {
        Task[] slow = [Sites.Start(Slow), Sites.Start(Slow)];
        Standing.Here("Blocked.InWaitAny", "Blocked.InWaitAny", waitsFor: slow);
        Task.WaitAny(slow);
    }
}
