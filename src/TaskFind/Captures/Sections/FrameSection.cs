using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The frames of threads.</summary>
internal sealed class FrameSection : ListSection<ThreadFrame>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public FrameSection()
        : base(5, new(new("", "", "", "", ""), new(AwaitPointKind.Running)), t => t.Frames)
    {
        Field(1, Codecs.Method, (in row) => row.Method, (ref row, value) => row = row with { Method = value });
        Field(2, Codecs.Point, (in row) => row.Point, (ref row, value) => row = row with { Point = value });
    }
}
