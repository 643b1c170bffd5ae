using TargetShared;

namespace Hello;

/// <summary>The C# twin of asyncio's example: a task nobody keeps a reference to waits, and then ends normally.</summary>
internal static class Program
{
    private static readonly TaskCompletionSource s_go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void Main()
    {
        _ = TaskCoro();
        Commands.Serve(("go", s_go.SetResult), ("crash", () => Environment.FailFast("told to crash")));
    }

    private static async Task TaskCoro()
    {
        Console.WriteLine("Task is running");
        await s_go.Task;
        Console.WriteLine("Task is done");
    }
}
