using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>What runs when tasks complete.</summary>
internal sealed class ContinuationSection : RowSection<ContinuationRow>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public ContinuationSection()
        : base(19, new(), t => t.Continuations)
    {
        Field(1, Codecs.Enum<ContinuationKind>(), (in row) => row.Kind, (ref row, value) => row.Kind = value);
        Field(2, Codecs.Address, (in row) => row.Address, (ref row, value) => row.Address = value);
        Field(3, Codecs.Int, (in row) => row.Target, (ref row, value) => row.Target = value);
        Field(4, Codecs.Index, (in row) => row.Via, (ref row, value) => row.Via = value);
        Field(5, Codecs.Flag, (in row) => row.IsLast, (ref row, value) => row.IsLast = value);
    }
}
