using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>How methods and places are written.</summary>
internal static class CodeFormat
{
    public static TaskMethod Method(CaptureCodec c, TaskMethod? m) => new(c.Text(m?.Module), c.Text(m?.Namespace), c.Text(m?.Type), c.Text(m?.Name), c.Text(m?.Parameters))
    {
        IsOverloaded = c.Flag(m?.IsOverloaded == true),
        IsFramework = c.Flag(m?.IsFramework == true),
        IsTest = c.Flag(m?.IsTest == true),
        SearchName = c.Text(m?.SearchName),
        DefinedAt = c.Optional(m?.DefinedAt, l => Line(c, l)),
    };

    public static AwaitPoint Point(CaptureCodec c, AwaitPoint? p) => new(c.Word(p?.Kind ?? default))
    {
        Line = c.Optional(p?.Line, l => Line(c, l)),
        ILOffset = c.IntOrNull(p?.ILOffset),
        AwaitIndex = c.IntOrNull(p?.AwaitIndex),
        AwaitCount = c.IntOrNull(p?.AwaitCount),
        Callee = c.TextOrNull(p?.Callee),
        Holds = c.TextOrNull(p?.Holds),
        IsImplicit = c.Flag(p?.IsImplicit == true),
        WhyNoLine = c.TextOrNull(p?.WhyNoLine),
    };

    private static SourceLine Line(CaptureCodec c, SourceLine? l) =>
        new(c.Text(l?.File), c.Int(l?.Line ?? 0), c.Int(l?.EndLine ?? 0), c.Int(l?.Column ?? 0)) { RepoPath = c.TextOrNull(l?.RepoPath) };
}
