namespace TaskFind.Captures.Sections;

/// <summary>What a graph has once.</summary>
internal sealed class HeadSection : ListSection<CaptureHead>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public HeadSection()
        : base(9, new(), t => t.Head)
    {
        Field(1, Codecs.Moment, (in row) => row.TakenAt, (ref row, value) => row = row with { TakenAt = value });
        Field(2, Codecs.Int, (in row) => row.RuntimeAsyncChains, (ref row, value) => row = row with { RuntimeAsyncChains = value });
        Field(3, Codecs.Int, (in row) => row.Strings, (ref row, value) => row = row with { Strings = value });
        Field(4, Codecs.Int, (in row) => row.Methods, (ref row, value) => row = row with { Methods = value });
        Field(5, Codecs.Int, (in row) => row.Points, (ref row, value) => row = row with { Points = value });
        Field(6, Codecs.Flag, (in row) => row.HasLoadedMethods, (ref row, value) => row = row with { HasLoadedMethods = value });
        Field(7, Codecs.Flag, (in row) => row.IsDeep, (ref row, value) => row = row with { IsDeep = value });
    }
}
