using System.Collections.Concurrent;

namespace Deep;

/// <summary>Threads with deep stacks.</summary>
internal static class Threads
{
    public static void Start()
    {
        foreach (Action body in new Action[] { InTheFramework, () => Down(600) })
        {
            var thread = new Thread(() => body(), 16 << 20) { IsBackground = true };
            thread.Start();
            while (!thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                Thread.Sleep(1);
        }
    }

    /// <summary>Is blocked under a hundred methods of the framework.</summary>
    private static void InTheFramework()
    {
        IEnumerable<int> items = new BlockingCollection<int>().GetConsumingEnumerable();
        for (var i = 0; i < 100; i++)
            items = items.DefaultIfEmpty();
        using IEnumerator<int> first = items.GetEnumerator();
        first.MoveNext();
    }

    /// <summary>Is blocked under many methods of its own.</summary>
    private static int Down(int left)
    {
        if (left == 0)
            Thread.Sleep(Timeout.Infinite);
        return left == 0 ? 0 : Down(left - 1) + 1;
    }
}
