using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The activities that flow with tasks.</summary>
internal sealed class ActivitySection : ListSection<ActivityInfo>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public ActivitySection()
        : base(6, new(default, null, null, null, null), t => t.Activities)
    {
        Field(1, Codecs.Object, (in row) => row.Address, (ref row, value) => row = row with { Address = value });
        Field(2, Codecs.OptionalText, (in row) => row.Name, (ref row, value) => row = row with { Name = value });
        Field(3, Codecs.OptionalText, (in row) => row.TraceId, (ref row, value) => row = row with { TraceId = value });
        Field(4, Codecs.OptionalText, (in row) => row.SpanId, (ref row, value) => row = row with { SpanId = value });
        Field(5, Codecs.OptionalText, (in row) => row.Id, (ref row, value) => row = row with { Id = value });
    }
}
