using TaskFind.Model;
using TaskFind.Queries.Groups;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Groups of tasks as a table.</summary>
internal static class GroupTable
{
    /// <summary>Gives the lines, the heads of the columns first.</summary>
    public static IEnumerable<string> Lines(Answer answer, TaskGraph graph, IReadOnlyList<TaskGroup> groups, bool full)
    {
        var text = new GroupText(graph, new Holders(graph), new ReprOptions { Full = full });
        return TableLayout.Lines(answer, GroupText.Columns, [.. groups.Select(text.Row)]);
    }
}
