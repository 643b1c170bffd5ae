using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The methods that run without a Task.</summary>
internal sealed class RunningSection : ListSection<RunningMethod>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public RunningSection()
        : base(23, new(0, new("", "", "", "", ""), new(AwaitPointKind.Running)), t => t.RunningMethods)
    {
        Field(1, Codecs.Int, (in row) => row.Thread, (ref row, value) => row = row with { Thread = value });
        Field(2, Codecs.Method, (in row) => row.Method, (ref row, value) => row = row with { Method = value });
        Field(3, Codecs.Point, (in row) => row.Point, (ref row, value) => row = row with { Point = value });
    }
}
