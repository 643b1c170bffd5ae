namespace Context;

/// <summary>What the methods await, which never completes, and what nothing else would keep.</summary>
internal static class Keep
{
    /// <summary>Gets the objects that are to stay.</summary>
    public static List<object?> All { get; } = [];

    /// <summary>Gets a task that never completes.</summary>
    public static Task Never { get; } = Forever();

    /// <summary>Starts a method in a context of its own, so that what it sets does not reach the next.</summary>
    public static void Start(Action setUp, Func<object?> method) => ExecutionContext.Run(ExecutionContext.Capture()!, _ =>
    {
        setUp();
        All.Add(method());
    }, null);

    private static Task Forever()
    {
        var source = new TaskCompletionSource();
        All.Add(source);
        return source.Task;
    }
}
