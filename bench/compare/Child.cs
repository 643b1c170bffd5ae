using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TaskFind.Bench.Compare;

/// <summary>Runs a command as a process of its own and prints what the kernel says it cost.</summary>
internal static unsafe partial class Child
{
    private const int Children = -1; // RUSAGE_CHILDREN
    private const int NumbersOfUsage = 18;

    public static int Run(string name, string[] command)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]))!;
        process.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        // struct rusage: user and system time as seconds and microseconds, then the peak in kilobytes.
        var usage = stackalloc long[NumbersOfUsage];
        if (GetUsage(Children, usage) != 0)
            throw new InvalidOperationException("getrusage failed");
        Cost.Print(name, ((usage[0] + usage[2]) * 1e3) + ((usage[1] + usage[3]) / 1e3), wall, usage[4], [$"exit={process.ExitCode}"]);
        return 0;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, long* usage);
}
