using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The methods that tell why nothing was found.</summary>
internal sealed class LoadedSection : ListSection<LoadedMethod>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public LoadedSection()
        : base(24, new(new("", "", "", "", ""), MethodShape.Sync), t => t.LoadedMethods)
    {
        Field(1, Codecs.Method, (in row) => row.Method, (ref row, value) => row = row with { Method = value });
        Field(2, Codecs.Enum<MethodShape>(), (in row) => row.Shape, (ref row, value) => row = row with { Shape = value });
    }
}
