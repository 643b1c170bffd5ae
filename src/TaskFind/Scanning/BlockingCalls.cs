using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>The framework's methods that block a thread and whose owner is not told apart.</summary>
internal static class BlockingCalls
{
    private static readonly HashSet<string> s_types =
    [
        "AutoResetEvent", "Barrier", "BlockingCollection<T>", "CountdownEvent", "EventWaitHandle", "ManualResetEvent", "ManualResetEventSlim", "Monitor",
        "ReaderWriterLockSlim", "SemaphoreSlim", "SpinWait", "Task", "Thread", "WaitHandle",
    ];

    private static readonly string[] s_verbs = ["Wait", "SignalAndWait", "Take", "TryTake", "Add", "TryAdd", "Enter", "TryEnter", "Join", "Sleep", "SpinUntil"];

    public static bool Contains(TaskMethod method) =>
        s_types.Contains(method.Type) && Array.Exists(s_verbs, v => method.Name.StartsWith(v, StringComparison.Ordinal));
}
