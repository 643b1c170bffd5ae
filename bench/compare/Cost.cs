using System.Diagnostics;
using System.Globalization;

namespace TaskFind.Bench.Compare;

/// <summary>What something costs, printed as one line when it is over.</summary>
internal sealed class Cost : IDisposable
{
    private readonly string _name;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private readonly List<string> _notes = [];

    private Cost(string name) => _name = name;

    /// <summary>Gets the processor time used since the beginning, in milliseconds.</summary>
    public double CpuMs => (Environment.CpuUsage.TotalTime - _cpu).TotalMilliseconds;

    public double WallMs => Stopwatch.GetElapsedTime(_start).TotalMilliseconds;

    public static Cost Begin(string name) => new(name);

    public void Note(string key, IFormattable value) => _notes.Add(key + "=" + value.ToString("0.###", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public void Dispose() => Print(_name, CpuMs, WallMs, PeakKilobytes(), _notes);

    public static void Print(string name, double cpu, double wall, long peak, IEnumerable<string> notes) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} cpu_ms={cpu:0.0} wall_ms={wall:0.0} peak_kb={peak} {string.Join(' ', notes)}").TrimEnd());

    private static long PeakKilobytes() =>
        File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            ? long.Parse(kilobytes, CultureInfo.InvariantCulture)
            : 0;
}
