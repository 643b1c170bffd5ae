using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>What could not be read.</summary>
internal sealed class GapSection : ListSection<Gap>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public GapSection()
        : base(8, new("", ""), t => t.Gaps)
    {
        Field(1, Codecs.Text, (in row) => row.What, (ref row, value) => row = row with { What = value });
        Field(2, Codecs.Text, (in row) => row.Why, (ref row, value) => row = row with { Why = value });
        Field(3, Codecs.Int, (in row) => row.Count, (ref row, value) => row = row with { Count = value });
    }
}
