using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>How what flows with tasks is written; there is some only when the look was asked for it.</summary>
internal static class ContextFormat
{
    public static ContextInfo Context(CaptureCodec c, ContextInfo? x) => new(c.Optional(x?.Activity, a => Activity(c, a)), c.List<LocalInfo>(x?.Locals, l => Local(c, l)))
    {
        Omitted = c.Int(x?.Omitted ?? 0),
    };

    private static ActivityInfo Activity(CaptureCodec c, ActivityInfo? a) =>
        new(new ObjectAddress(c.Address(a?.Address.Value ?? 0)), c.TextOrNull(a?.Name), c.TextOrNull(a?.TraceId), c.TextOrNull(a?.SpanId), c.TextOrNull(a?.Id));

    private static LocalInfo Local(CaptureCodec c, LocalInfo? l) => new(c.TextOrNull(l?.Name), c.Text(l?.Type), new ObjectAddress(c.Address(l?.Address.Value ?? 0)), Value(c, l?.Value ?? default));

    private static LocalValue Value(CaptureCodec c, LocalValue v) => new(c.Word(v.Kind), c.Text(v.Type), c.TextOrNull(v.Words), new ObjectAddress(c.Address(v.Address.Value)));
}
