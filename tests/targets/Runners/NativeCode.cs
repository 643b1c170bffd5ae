using System.Runtime.InteropServices;

namespace Runners;

/// <summary>An async method whose thread is in native code that it entered without telling the runtime, as in <c>Math.Sin</c> or <c>Thread.SpinWait</c>.</summary>
internal static partial class NativeCode
{
    private static readonly TaskCompletionSource s_go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static volatile int s_thread;

    /// <summary>The line in which it stands.</summary>
    public static int Line { get; private set; }

    /// <summary>Whether it stands there: the kernel says that its thread sleeps.</summary>
    public static bool IsInside => s_thread != 0 && File.ReadAllText($"/proc/self/task/{s_thread}/stat") is var stat && stat[stat.LastIndexOf(')') + 2] == 'S';

    /// <summary>Starts the method and lets it go on after its first await.</summary>
    public static Task StartAsync()
    {
        Task task = SleepAsync();
        s_go.SetResult();
        return task;
    }

    private static async Task SleepAsync()
    {
        await s_go.Task;
        Poll(0, 0, 0); // All that the first call has to find is there for the second.
        Line = Here.Next() + 1;
        s_thread = GetThreadId();
        Poll(0, 0, -1);
    }

    [SuppressGCTransition]
    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(nint entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();
}
