using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>How much was seen.</summary>
internal sealed class CoverageSection : ListSection<Coverage>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public CoverageSection()
        : base(11, new(), t => t.Coverage)
    {
        Field(1, Codecs.Int, (in row) => row.Tasks, (ref row, value) => row = row with { Tasks = value });
        Field(2, Codecs.Long, (in row) => row.Objects, (ref row, value) => row = row with { Objects = value });
        Field(3, Codecs.Time, (in row) => row.Pause, (ref row, value) => row = row with { Pause = value });
        Field(4, Codecs.Int, (in row) => row.Stops, (ref row, value) => row = row with { Stops = value });
        Field(5, Codecs.Time, (in row) => row.Duration, (ref row, value) => row = row with { Duration = value });
        Field(6, Codecs.OptionalText, (in row) => row.CutShort, (ref row, value) => row = row with { CutShort = value });
        Field(7, Codecs.List(Codecs.Text), (in row) => row.Notes, (ref row, value) => row = row with { Notes = value });
        Field(8, Codecs.List(Codecs.Required(Codecs.Pooled(t => t.Gaps))), (in row) => row.Gaps, (ref row, value) => row = row with { Gaps = value });
    }
}
