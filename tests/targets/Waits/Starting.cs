namespace Waits;

/// <summary>Methods that run: before they have a Task, and after an await.</summary>
internal static class Starting
{
    private static readonly ManualResetEventSlim s_gate = Gates.New();

    public static void StartAll()
    {
        new Thread(static () => BeforeFirstAwait().Wait()) { IsBackground = true, Name = "before-first-await" }.Start();
        Standing.Expect("BeforeFirstAwait");
        Task after = AfterAwait();
        Standing.Expect("AfterAwait");
        Standing.Tell("AfterAwaitTask", after, "Starting.AfterAwait");
    }

    private static async Task BeforeFirstAwait()
    {
        Standing.Here("BeforeFirstAwait", "Starting.BeforeFirstAwait");
        s_gate.Wait();
        await Task.Yield();
    }

    private static async Task AfterAwait()
    {
        await Task.Yield();
        Standing.Here("AfterAwait", "Starting.AfterAwait");
        s_gate.Wait();
        await Task.Yield();
    }
}
