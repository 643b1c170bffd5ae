using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>What is waited for.</summary>
internal sealed class WaitSection : RowSection<WaitRow>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public WaitSection()
        : base(17, new(), t => t.Waits)
    {
        Field(1, Codecs.Enum<WaitKind>(), (in row) => row.Kind, (ref row, value) => row.Kind = value);
        Field(2, Codecs.Address, (in row) => row.Address, (ref row, value) => row.Address = value);
        Field(3, Codecs.Index, (in row) => row.Type, (ref row, value) => row.Type = value);
        Field(4, Codecs.Int, (in row) => row.Count, (ref row, value) => row.Count = value);
        Field(5, Codecs.Int, (in row) => row.Total, (ref row, value) => row.Total = value);
        Field(6, Codecs.Int, (in row) => row.Position, (ref row, value) => row.Position = value);
        Field(7, Codecs.OptionalLong, (in row) => row.Left == WaitRow.NoTime ? null : row.Left, (ref row, value) => row.Left = value ?? WaitRow.NoTime);
        
        // The owner is in this one too.
        Field(8, Codecs.OptionalLong, (in row) => row.Of == WaitRow.NoTime ? null : row.Of, (ref row, value) => row.Of = value ?? WaitRow.NoTime);
        Field(9, Codecs.Index, (in row) => row.FirstNode, (ref row, value) => row.FirstNode = value);
        Field(10, Codecs.Int, (in row) => row.NodeCount, (ref row, value) => row.NodeCount = value);
        Field(11, Codecs.Index, (in row) => row.FirstFact, (ref row, value) => row.FirstFact = value);
        Field(12, Codecs.Int, (in row) => row.FactCount, (ref row, value) => row.FactCount = value);
        Field(13, Codecs.Flag, (in row) => row.IsInfinite, (ref row, value) => row.IsInfinite = value);
        Field(14, Codecs.Flag, (in row) => row.IsBound, (ref row, value) => row.IsBound = value);
    }
}
