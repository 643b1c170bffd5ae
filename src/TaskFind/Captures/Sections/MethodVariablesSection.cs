using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>Which variables a suspended method has.</summary>
internal sealed class MethodVariablesSection : ListSection<MethodVariables>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public MethodVariablesSection()
        : base(26, new([]), t => t.MethodVariables)
    {
        Field(1, Codecs.List(Codecs.Required(Codecs.Pooled(t => t.Variables))), (in row) => row.Items, (ref row, value) => row = row with { Items = value });
        Field(2, Codecs.Int, (in row) => row.Omitted, (ref row, value) => row = row with { Omitted = value });
    }
}
