using System.Text;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Rendering;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>All that a search says of what it finds, to be compared between two looks.</summary>
internal static class FoundText
{
    public static string Of(TaskGraph graph, string name)
    {
        SearchResult found = graph.Find(name);
        var repr = new Repr(graph, new ReprOptions { Full = true });
        var json = new MemoryStream();
        JsonReport.Write(json, graph, found.Matches.ToList(), new JsonReportOptions { Tool = "test", Indented = false, Values = true });
        string text = Encoding.UTF8.GetString(json.ToArray());
        IEnumerable<string> lines = found.Matches.Select(n => $"{repr.Line(n)} {n.Request} {n.IsAbandoned}").Concat(found.Running.Select(repr.Line));
        return string.Join('\n', lines.Append(text[Math.Max(text.IndexOf("\"tasks\":[{\"address", StringComparison.Ordinal), 0)..]));
    }
}
