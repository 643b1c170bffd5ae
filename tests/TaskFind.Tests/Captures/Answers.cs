using System.Text;
using TaskFind.Model;
using TaskFind.Queries.Groups;
using TaskFind.Queries.Trees;
using TaskFind.Rendering;

namespace TaskFind.Tests.Captures;

/// <summary>Asks a graph everything that can be asked.</summary>
internal static class Answers
{
    public static IReadOnlyList<string> Of(TaskGraph graph)
    {
        var repr = new Repr(graph, new ReprOptions { Full = true });
        var groups = TaskGroups.Of(graph.Nodes, new ChainLeaves(graph));
        var table = new TableText(graph, new ReprOptions());
        var overview = new OverviewText(graph, Overview.Of(graph));
        return
        [
            .. graph.Nodes.Select(repr.Line),
            .. graph.Nodes.SelectMany(table.Row),
            .. groups.SelectMany(new GroupText(graph, new Holders(graph)).Row),
            .. new TreeText(AwaitTree.Of(graph, framework: true), new ReprOptions()).Lines(1000),
            overview.Head,
            .. overview.Rows.SelectMany(r => r),
            .. overview.Lines(),
            Json(graph, groups),
        ];
    }

    private static string Json(TaskGraph graph, IReadOnlyList<TaskGroup> groups)
    {
        using var output = new MemoryStream();
        JsonReport.Write(output, graph, [.. graph.Nodes], new JsonReportOptions { Tool = "0", Repr = true, Values = true, Tree = AwaitTree.Of(graph), Groups = groups });
        return Encoding.UTF8.GetString(output.ToArray()).Replace("\"kind\": \"capture\"", "\"kind\": \"process\"", StringComparison.Ordinal);
    }
}
