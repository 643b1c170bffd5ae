using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>What few nodes have.</summary>
internal sealed class ExtraSection : RowSection<NodeExtra>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public ExtraSection()
        : base(16, new(), t => t.Extras)
    {
        Field(1, Codecs.Int, (in row) => row.TaskId, (ref row, value) => row.TaskId = value);
        Field(2, Codecs.Int, (in row) => row.Thread, (ref row, value) => row.Thread = value);
        Field(3, Codecs.Index, (in row) => row.Name, (ref row, value) => row.Name = value);
        Field(4, Codecs.Index, (in row) => row.Exception, (ref row, value) => row.Exception = value);
        Field(5, Codecs.Index, (in row) => row.Result, (ref row, value) => row.Result = value);
        Field(6, Codecs.Index, (in row) => row.Context, (ref row, value) => row.Context = value);
        Field(7, Codecs.Index, (in row) => row.Variables, (ref row, value) => row.Variables = value);
    }
}
