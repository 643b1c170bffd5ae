using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>What flows with tasks.</summary>
internal sealed class ContextSection : ListSection<ContextInfo>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public ContextSection()
        : base(14, new(null, []), t => t.Contexts)
    {
        Field(1, Codecs.Pooled(t => t.Activities), (in row) => row.Activity, (ref row, value) => row = row with { Activity = value });
        Field(2, Codecs.List(Codecs.Required(Codecs.Pooled(t => t.Locals))), (in row) => row.Locals, (ref row, value) => row = row with { Locals = value });
        Field(3, Codecs.Int, (in row) => row.Omitted, (ref row, value) => row = row with { Omitted = value });
    }
}
