using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The exceptions that ended tasks.</summary>
internal sealed class ExceptionSection : ListSection<ExceptionInfo>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public ExceptionSection()
        : base(13, new("", null, false), t => t.Exceptions)
    {
        Field(1, Codecs.Text, (in row) => row.Type, (ref row, value) => row = row with { Type = value });
        Field(2, Codecs.OptionalText, (in row) => row.Message, (ref row, value) => row = row with { Message = value });
        Field(3, Codecs.Flag, (in row) => row.IsObserved, (ref row, value) => row = row with { IsObserved = value });
    }
}
