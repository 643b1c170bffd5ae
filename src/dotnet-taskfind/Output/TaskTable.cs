using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Tasks as a table.</summary>
internal static class TaskTable
{
    /// <summary>Gives the lines, the heads of the columns first.</summary>
    public static IEnumerable<string> Lines(Answer answer, TaskGraph graph, IReadOnlyList<TaskNode> tasks, bool full)
    {
        var text = new TableText(graph, new ReprOptions { Full = full });
        return TableLayout.Lines(answer, text.Columns, [.. tasks.Select(text.Row)]);
    }
}
