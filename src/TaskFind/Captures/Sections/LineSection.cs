using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>A line of source.</summary>
internal sealed class LineSection : ListSection<SourceLine>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public LineSection()
        : base(2, new("", 0, 0, 0), t => t.Lines)
    {
        Field(1, Codecs.Text, (in row) => row.File, (ref row, value) => row = row with { File = value });
        Field(2, Codecs.Int, (in row) => row.Line, (ref row, value) => row = row with { Line = value });
        Field(3, Codecs.Int, (in row) => row.EndLine, (ref row, value) => row = row with { EndLine = value });
        Field(4, Codecs.Int, (in row) => row.Column, (ref row, value) => row = row with { Column = value });
        Field(5, Codecs.OptionalText, (in row) => row.RepoPath, (ref row, value) => row = row with { RepoPath = value is null ? null : RepoPaths.Within(value) });
    }
}
