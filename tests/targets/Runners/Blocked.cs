namespace Runners;

/// <summary>An async method that is the delegate of a task, and blocks before it awaits anything.</summary>
internal static class Blocked
{
    private static readonly ManualResetEventSlim s_never = new(false);
    private static Thread? s_thread;

    /// <summary>The line in which it stands.</summary>
    public static int Line { get; private set; }

    /// <summary>Whether it stands there.</summary>
    public static bool IsInside => s_thread?.ThreadState.HasFlag(ThreadState.WaitSleepJoin) == true;

    /// <summary>Blocks for good.</summary>
    public static async Task RunAsync()
    {
        s_thread = Thread.CurrentThread;
        Line = Here.Next();
        s_never.Wait();
        await Task.Yield();
    }
}
