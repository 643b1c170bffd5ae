using System.Globalization;

namespace TaskFind.Rendering;

/// <summary>Writes times that are not negative, always with their units: <c>50ms</c>, <c>0.8s</c>, <c>12m05s</c>, <c>3h07m</c>, <c>2d04h</c>.</summary>
internal static class Durations
{
    public static string Text(TimeSpan time)
    {
        var seconds = (long)Math.Round(time.TotalSeconds);
        if (time > TimeSpan.Zero && time.TotalMilliseconds < 99.5)
            return Say($"{Math.Round(time.TotalMilliseconds)}ms");
        if (time.TotalSeconds < 59.95)
            return Say($"{time.TotalSeconds:0.0}s");
        if (seconds < 3600)
            return Say($"{seconds / 60}m{seconds % 60:00}s");
        return seconds < 86400
            ? Say($"{seconds / 3600}h{seconds % 3600 / 60:00}m")
            : Say($"{seconds / 86400}d{seconds % 86400 / 3600:00}h");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
