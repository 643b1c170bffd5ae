namespace TaskFind.Captures.Sections;

/// <summary>The tasks that joins wait for.</summary>
internal sealed class EdgeSection : RowSection<int>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public EdgeSection()
        : base(20, 0, t => t.Edges)
    {
        Field(1, Codecs.Index, (in row) => row, (ref row, value) => row = value);
    }
}
