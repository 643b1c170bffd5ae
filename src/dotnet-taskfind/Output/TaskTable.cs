using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Tasks as a table.</summary>
internal static class TaskTable
{
    private const string Indent = "  ";

    /// <summary>Gives the lines, the heads of the columns first; below the row of a task, its variables or its result and what flows with it, when these were asked for.</summary>
    public static IEnumerable<string> Lines(Answer answer, TaskGraph graph, IReadOnlyList<TaskNode> tasks, bool full)
    {
        var text = new TableText(graph, new ReprOptions { Full = full });
        return TableLayout.Lines(answer, text.Columns, [.. tasks.Select(text.Row)])
            .SelectMany((line, i) => (i == 0 ? [] : Repr.Values(tasks[i - 1], full).SelectMany(value => Below(answer, value))).Prepend(line));
    }

    private static IEnumerable<string> Below(Answer answer, string value) =>
        answer.Width is { } width ? Wrapping.Lines(Indent + value, width, Indent + Indent) : [Indent + value];
}
