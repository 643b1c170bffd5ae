using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says in one line how thread pool and timers stand.</summary>
internal static class PoolText
{
    public static string Of(PoolInfo pool)
    {
        var facts = new List<string>();
        if (pool is { Busy: { } busy, Workers: { } workers })
            facts.Add(Say($"{busy} of {workers} workers busy"));
        else if (pool.Workers is { } all)
            facts.Add(Say($"{all} workers"));
        if (pool.Queued is { } queued)
            facts.Add(Say($"{queued} queued"));
        if (pool.SinceDequeue is { } since)
            facts.Add($"the last one taken {Durations.Text(TimeSpan.FromMilliseconds(since))} ago");
        var timers = pool.Timers is { } armed ? Say($"{armed} {(armed == 1 ? "timer" : "timers")}") + (pool.OverdueTimers is > 0 and var late ? Say($", {late} overdue") : "") : "";
        var text = facts.Count == 0 ? "" : "Thread pool: " + string.Join(", ", facts);
        return string.Join("; ", new[] { text, timers }.Where(t => t.Length > 0)) + ".";
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
