namespace TaskFind.Model;

/// <summary>One thing known of a <see cref="ResourceWait"/>: a key that means the same for every resource, and a value.</summary>
/// <param name="Key">The word in the repr and the name in JSON.</param>
/// <param name="Kind">How the value is meant.</param>
/// <param name="Number">The value of a number, or of a time in milliseconds.</param>
/// <param name="Words">The value of a name or text, raw from the target.</param>
/// <param name="Total">What the number is a part of.</param>
public readonly record struct WaitFact(string Key, WaitFactKind Kind, long Number = 0, string? Words = null, long Total = 0)
{
    private const long EndOfTimeSpan = long.MaxValue / TimeSpan.TicksPerMillisecond;

    /// <summary>Gets the value of a time, cut to what a <see cref="TimeSpan"/> holds.</summary>
    public TimeSpan Span => TimeSpan.FromMilliseconds(Math.Clamp(Number, -EndOfTimeSpan, EndOfTimeSpan));

    /// <summary>Makes a fact that has no value.</summary>
    public static WaitFact Flag(string key) => new(key, WaitFactKind.Flag);

    /// <summary>Makes a number.</summary>
    public static WaitFact Of(string key, long number) => new(key, WaitFactKind.Number, number);

    /// <summary>Makes a number out of several.</summary>
    public static WaitFact Share(string key, long number, long total) => new(key, WaitFactKind.Share, number, Total: total);

    /// <summary>Makes a time.</summary>
    public static WaitFact Time(string key, long milliseconds) => new(key, WaitFactKind.Time, milliseconds);

    /// <summary>Makes a time of which only the upper bound is known.</summary>
    public static WaitFact TimeAtMost(string key, long milliseconds) => new(key, WaitFactKind.TimeAtMost, milliseconds);

    /// <summary>Makes the name of a type, method or field.</summary>
    public static WaitFact Name(string key, string name) => new(key, WaitFactKind.Name, Words: name);

    /// <summary>Makes the name that is written behind the resource's own.</summary>
    public static WaitFact Label(string key, string name) => new(key, WaitFactKind.Label, Words: name);

    /// <summary>Makes any other text.</summary>
    public static WaitFact Text(string key, string text) => new(key, WaitFactKind.Text, Words: text);
}
