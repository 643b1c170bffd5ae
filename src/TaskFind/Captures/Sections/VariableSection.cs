using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The variables of suspended methods.</summary>
internal sealed class VariableSection : ListSection<VariableInfo>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public VariableSection()
        : base(25, new("", "", default), t => t.Variables)
    {
        Field(1, Codecs.Text, (in row) => row.Name, (ref row, value) => row = row with { Name = value });
        Field(2, Codecs.Text, (in row) => row.Type, (ref row, value) => row = row with { Type = value });
        Field(3, Codecs.Enum<LocalValueKind>(), (in row) => row.Value.Kind, (ref row, value) => row = row with { Value = row.Value with { Kind = value } });
        Field(4, Codecs.Text, (in row) => row.Value.Type, (ref row, value) => row = row with { Value = row.Value with { Type = value } });
        Field(5, Codecs.OptionalText, (in row) => row.Value.Words, (ref row, value) => row = row with { Value = row.Value with { Words = value } });
        Field(6, Codecs.Object, (in row) => row.Value.Address, (ref row, value) => row = row with { Value = row.Value with { Address = value } });
    }
}
