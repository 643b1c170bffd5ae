using TaskFind.Queries.Groups;

namespace TaskFind.Rendering;

/// <summary>Says how long a wait still lasts by itself, <c>left 0.8s</c> or <c>overdue 10.2s</c>.</summary>
internal static class TimeLeftText
{
    public static string Of(TimeLeft time) => $"{Word(time)} {Amount(time)}";

    /// <summary>Says the times of several waits: <c>left 0.8s to 4.0s</c>.</summary>
    public static string Of(TimeLeft soonest, TimeLeft latest)
    {
        var (first, last) = soonest.Left < TimeSpan.Zero && latest.Left < TimeSpan.Zero ? (latest, soonest) : (soonest, latest);
        if (Of(first) == Of(last))
            return Of(first);
        return Word(first) == Word(last) ? $"{Of(first)} to {Amount(last)}" : $"{Of(first)} to {Of(last)}";
    }

    private static string Word(TimeLeft time) => time.Left < TimeSpan.Zero ? "overdue" : "left";

    private static string Amount(TimeLeft time) =>
        (!time.IsBound ? "" : time.Left < TimeSpan.Zero ? ">=" : "<=") + Durations.Text(time.Left.Duration());
}
