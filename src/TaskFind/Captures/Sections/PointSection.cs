using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>Where methods stand.</summary>
internal sealed class PointSection : ListSection<AwaitPoint>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public PointSection()
        : base(3, new(AwaitPointKind.Awaiting), t => t.Points)
    {
        Field(1, Codecs.Enum<AwaitPointKind>(), (in row) => row.Kind, (ref row, value) => row = row with { Kind = value });
        Field(2, Codecs.OptionalLine, (in row) => row.Line, (ref row, value) => row = row with { Line = value });
        Field(3, Codecs.OptionalInt, (in row) => row.ILOffset, (ref row, value) => row = row with { ILOffset = value });
        Field(4, Codecs.OptionalInt, (in row) => row.AwaitIndex, (ref row, value) => row = row with { AwaitIndex = value });
        Field(5, Codecs.OptionalInt, (in row) => row.AwaitCount, (ref row, value) => row = row with { AwaitCount = value });
        Field(6, Codecs.OptionalText, (in row) => row.Callee, (ref row, value) => row = row with { Callee = value });
        Field(7, Codecs.Flag, (in row) => row.IsImplicit, (ref row, value) => row = row with { IsImplicit = value });
        Field(8, Codecs.OptionalText, (in row) => row.WhyNoLine, (ref row, value) => row = row with { WhyNoLine = value });
        Field(9, Codecs.OptionalText, (in row) => row.Holds, (ref row, value) => row = row with { Holds = value });
    }
}
