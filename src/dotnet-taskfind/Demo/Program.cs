namespace TaskFind.Tool.Demo;

/// <summary>The program that the demo looks at: the asyncio classic of a task that nobody keeps, in C#.</summary>
internal static class Program
{
    private static TimeSpan s_delay;
    private static volatile bool s_done;

    /// <summary>Runs until the task is done and the standard input has ended.</summary>
    public static int Run(TimeSpan delay)
    {
        s_delay = delay;
        _ = TaskCoro();

        // The call has come back, so the task stands at its await; nobody but the runtime knows it.
        Console.WriteLine(DemoProcess.Ready + Environment.ProcessId);
        while (Console.In.ReadLine() is not null)
        {
        }

        return s_done ? 0 : 1;
    }

    private static async Task TaskCoro()
    {
        Console.WriteLine(DemoProcess.Running);
        await Task.Delay(s_delay);
        s_done = true;
        Console.WriteLine(DemoProcess.Done);
    }
}
