using System.Runtime.CompilerServices;

namespace Sources;

/// <summary>Keeps the tasks of the methods, and nothing that could complete one.</summary>
internal static class Keep
{
    private static readonly List<object> s_kept = [];
    private static readonly List<ManualResetEventSlim> s_running = [];

    /// <summary>Runs something on a thread that ends, so that nothing is left over on its stack.</summary>
    public static void OnThread(Action run)
    {
        var thread = new Thread(() => run());
        thread.Start();
        thread.Join();
    }

    /// <summary>Keeps something from the garbage collector.</summary>
    public static void Alive(object kept) => s_kept.Add(kept);

    /// <summary>Keeps the task of a method that waits for the source of a name.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Waiter(string name, Func<string, Task> start)
    {
        Console.WriteLine(name);
        s_kept.Add(start(name));
    }

    /// <summary>Tells that a thread has come to where it stays.</summary>
    public static ManualResetEventSlim Running()
    {
        var here = new ManualResetEventSlim();
        s_running.Add(here);
        return here;
    }

    /// <summary>Waits until all threads have come there.</summary>
    public static void Settle() => s_running.ForEach(r => r.Wait());
}
