namespace Hostile;

/// <summary>Keeps what nothing else would, and starts what a look is to find.</summary>
internal static class Keep
{
    private static readonly CountdownEvent s_standing = new(4);

    /// <summary>Gets the objects that are to stay.</summary>
    public static List<object?> All { get; } = [];

    /// <summary>Gets a task that never completes.</summary>
    public static Task Never { get; } = new TaskCompletionSource(Texts.Long).Task;

    /// <summary>Keeps a task, failed or not.</summary>
    public static void Add(Task task) => All.Add(task);

    /// <summary>Starts a method that sets a synchronization context of its own.</summary>
    public static void Posted(Func<Task> method)
    {
        var thread = new Thread(() => Add(method()));
        thread.Start();
        thread.Join();
    }

    /// <summary>Starts a thread that blocks for good.</summary>
    public static void Thread(Action block)
    {
        var thread = new Thread(() =>
        {
            s_standing.Signal();
            block();
        })
        { IsBackground = true, Name = Texts.Short1 };
        thread.Start();
        All.Add(thread);
    }

    /// <summary>Waits until every thread is at, or just before, its blocking call.</summary>
    public static void WaitForThreads() => s_standing.Wait();
}
