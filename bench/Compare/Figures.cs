using System.Diagnostics;
using System.Globalization;

namespace TaskFind.Bench;

/// <summary>Runs something and prints what it cost: <c>cpu=1.23 wall=1.50 peakMB=210 …</c>.</summary>
internal static class Figures
{
    public static int Print(Func<string> work)
    {
        var clock = Stopwatch.StartNew();
        var facts = work();
        clock.Stop();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"cpu={self.TotalProcessorTime.TotalSeconds:0.000} wall={clock.Elapsed.TotalSeconds:0.000} peakMB={self.PeakWorkingSet64 >> 20} {facts}"));
        return 0;
    }

    /// <summary>Gives the processor time of this process so far, in milliseconds.</summary>
    public static double CpuMilliseconds()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalMilliseconds;
    }
}
