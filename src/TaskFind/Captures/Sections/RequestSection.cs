using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The HTTP requests.</summary>
internal sealed class RequestSection : RowSection<RequestRow>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public RequestSection()
        : base(21, new(), t => t.Requests)
    {
        Field(1, Codecs.Index, (in row) => row.Node, (ref row, value) => row.Node = value);
        Field(2, Codecs.Index, (in row) => row.Method, (ref row, value) => row.Method = value);
        Field(3, Codecs.Index, (in row) => row.Path, (ref row, value) => row.Path = value);
        Field(4, Codecs.Index, (in row) => row.Route, (ref row, value) => row.Route = value);
        Field(5, Codecs.OptionalLong, (in row) => row.Age == WaitRow.NoTime ? null : row.Age, (ref row, value) => row.Age = value ?? WaitRow.NoTime);
    }
}
