using System.Diagnostics;
using TaskFind.Targets;

namespace TaskFind.Bench.Compare;

/// <summary>A stop during which nothing is read: until all threads stand, until they are let go; and with what the session makes of it.</summary>
internal static class Stops
{
    public static void Run(int pid, int rounds) => TargetThread.Run(() => RunHere(pid, rounds));

    private static bool RunHere(int pid, int rounds)
    {
        var options = new TargetOptions { TrustDac = true };
        using var session = TargetSession.Open(TargetSpec.ForProcess(pid), options, CancellationToken.None);

        // The first round compiles the code; it is not told.
        for (var round = -1; round < rounds; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            var stop = PtraceStop.Take(pid, options.ThreadStopTimeout, CancellationToken.None);
            var standing = Stopwatch.GetTimestamp();
            var threads = stop.ThreadCount;
            stop.Dispose();
            var end = Stopwatch.GetTimestamp();
            session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None).Dispose();
            var whole = Stopwatch.GetElapsedTime(end);
            if (round >= 0)
                Tell(threads, Stopwatch.GetElapsedTime(begin, standing), Stopwatch.GetElapsedTime(standing, end), whole);
        }

        return true;
    }

    private static void Tell(int threads, TimeSpan attach, TimeSpan detach, TimeSpan whole) => Console.WriteLine(FormattableString.Invariant(
        $"stop threads={threads} attach_ms={attach.TotalMilliseconds:0.0} detach_ms={detach.TotalMilliseconds:0.0} both_ms={(attach + detach).TotalMilliseconds:0.0} session_ms={whole.TotalMilliseconds:0.0}"));
}
