namespace Sources;

/// <summary>Waits for sources that are no more.</summary>
internal static class Collected
{
    public static void Start() => Keep.Waiter("Never.Collected", Gone);

    private static async Task<int> Gone(string name) => await Task(name);

    private static Task<int> Task(string name) => new TaskCompletionSource<int>(name).Task;
}
