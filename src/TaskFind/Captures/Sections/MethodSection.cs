using TaskFind.Model;

namespace TaskFind.Captures.Sections;

/// <summary>The methods.</summary>
internal sealed class MethodSection : ListSection<TaskMethod>
{
    /// <summary>Declares the fields; a number is never given to another one.</summary>
    public MethodSection()
        : base(4, new("", "", "", "", ""), t => t.Methods)
    {
        Field(1, Codecs.Text, (in row) => row.Module, (ref row, value) => row = row with { Module = value });
        Field(2, Codecs.Text, (in row) => row.Namespace, (ref row, value) => row = row with { Namespace = value });
        Field(3, Codecs.Text, (in row) => row.Type, (ref row, value) => row = row with { Type = value });
        Field(4, Codecs.Text, (in row) => row.Name, (ref row, value) => row = row with { Name = value });
        Field(5, Codecs.Text, (in row) => row.Parameters, (ref row, value) => row = row with { Parameters = value });
        Field(6, Codecs.Flag, (in row) => row.IsOverloaded, (ref row, value) => row = row with { IsOverloaded = value });
        Field(7, Codecs.Flag, (in row) => row.IsFramework, (ref row, value) => row = row with { IsFramework = value });
        Field(8, Codecs.Text, (in row) => row.SearchName, (ref row, value) => row = row with { SearchName = value });
        Field(9, Codecs.OptionalLine, (in row) => row.DefinedAt, (ref row, value) => row = row with { DefinedAt = value });
        Field(10, Codecs.Flag, (in row) => row.IsTest, (ref row, value) => row = row with { IsTest = value });
    }
}
