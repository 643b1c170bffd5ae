using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The AsyncLocals that flow with tasks.</summary>
internal sealed class LocalSection : ListSection<LocalInfo>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public LocalSection()
        : base(7, new(null, "", default, default), t => t.Locals)
    {
        Field(1, Codecs.OptionalText, (in row) => row.Name, (ref row, value) => row = row with { Name = value });
        Field(2, Codecs.Text, (in row) => row.Type, (ref row, value) => row = row with { Type = value });
        Field(3, Codecs.Object, (in row) => row.Address, (ref row, value) => row = row with { Address = value });
        Field(4, Codecs.Enum<LocalValueKind>(), (in row) => row.Value.Kind, (ref row, value) => row = row with { Value = row.Value with { Kind = value } });
        Field(5, Codecs.Text, (in row) => row.Value.Type, (ref row, value) => row = row with { Value = row.Value with { Type = value } });
        Field(6, Codecs.OptionalText, (in row) => row.Value.Words, (ref row, value) => row = row with { Value = row.Value with { Words = value } });
        Field(7, Codecs.Object, (in row) => row.Value.Address, (ref row, value) => row = row with { Value = row.Value with { Address = value } });
    }
}
