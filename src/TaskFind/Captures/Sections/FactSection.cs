using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>What is said of waits.</summary>
internal sealed class FactSection : RowSection<FactRow>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public FactSection()
        : base(18, new(), t => t.Facts)
    {
        Field(1, Codecs.Index, (in row) => row.Key, (ref row, value) => row.Key = value);
        Field(2, Codecs.Enum<WaitFactKind>(), (in row) => row.Kind, (ref row, value) => row.Kind = value);
        Field(3, Codecs.Long, (in row) => row.Number, (ref row, value) => row.Number = value);
        Field(4, Codecs.Long, (in row) => row.Total, (ref row, value) => row.Total = value);
        Field(5, Codecs.Index, (in row) => row.Words, (ref row, value) => row.Words = value);
    }
}
