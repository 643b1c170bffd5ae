using System.Globalization;

namespace TaskFind.Tool.Options;

/// <summary>Reads a time as people write it, always with its unit: <c>50ms</c>, <c>0.5s</c>, <c>2m</c>, <c>1h</c>.</summary>
internal static class TimeWord
{
    // Before "s", which ends "ms" too.
    private static readonly (string Unit, double Milliseconds)[] s_units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>Gives the time; null for no time, one without a unit, or one that is not from above zero to a day.</summary>
    public static TimeSpan? TryParse(string text)
    {
        var word = text.Trim();
        foreach (var (unit, milliseconds) in s_units)
        {
            if (!word.EndsWith(unit, StringComparison.Ordinal))
                continue;
            var isNumber = double.TryParse(word.AsSpan(0, word.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
            return isNumber && number > 0 && number * milliseconds <= s_longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(number * milliseconds) : null;
        }

        return null;
    }
}
