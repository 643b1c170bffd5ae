namespace TargetShared;

/// <summary>Says "ready" and then obeys the lines of stdin until "quit" or its end, so that a target never outlives its test.</summary>
internal static class Commands
{
    public static void Serve(params (string Name, Action Run)[] commands)
    {
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line && line != "quit")
        {
            Action? run = commands.FirstOrDefault(c => c.Name == line).Run;
            if (run is null)
            {
                Console.WriteLine($"unknown command '{line}'");
            }
            else
            {
                run();
            }
        }

        // Threads that are blocked for good must not keep the process.
        Environment.Exit(0);
    }
}
