using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>How what is said of the look as a whole is written.</summary>
internal static class LookFormat
{
    public static TargetInfo Target(CaptureCodec c, TargetInfo? t) =>
        new(c.Word(t?.Kind ?? default), c.IntOrNull(t?.Pid), c.Text(t?.Name), c.TextOrNull(t?.Runtime), c.Text(t?.Architecture));

    public static DateTimeOffset? Moment(CaptureCodec c, DateTimeOffset? at) => new DateTimeOffset(c.Number(at?.UtcTicks ?? 0), TimeSpan.Zero);

    public static Coverage Coverage(CaptureCodec c, Coverage? v) => new()
    {
        Tasks = c.Int(v?.Tasks ?? 0),
        Objects = c.Number(v?.Objects ?? 0),
        Pause = c.Time(v?.Pause ?? default),
        Stops = c.Int(v?.Stops ?? 0),
        Duration = c.Time(v?.Duration ?? default),
        CutShort = c.TextOrNull(v?.CutShort),
        Notes = c.List(v?.Notes, c.Text!),
        Gaps = c.List<Gap>(v?.Gaps, g => new Gap(c.Text(g?.What), c.Text(g?.Why), c.Int(g?.Count ?? 0))),
    };

    public static PoolInfo Pool(CaptureCodec c, PoolInfo? p) => new()
    {
        Busy = c.IntOrNull(p?.Busy),
        Workers = c.IntOrNull(p?.Workers),
        Goal = c.IntOrNull(p?.Goal),
        Min = c.IntOrNull(p?.Min),
        Max = c.IntOrNull(p?.Max),
        Global = c.NumberOrNull(p?.Global),
        HighPriority = c.NumberOrNull(p?.HighPriority),
        Local = c.NumberOrNull(p?.Local),
        SinceDequeue = c.NumberOrNull(p?.SinceDequeue),
        Timers = c.IntOrNull(p?.Timers),
        OverdueTimers = c.IntOrNull(p?.OverdueTimers),
        OverdueBy = c.NumberOrNull(p?.OverdueBy),
    };
}
