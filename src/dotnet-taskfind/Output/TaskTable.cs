using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Tasks as a table.</summary>
internal static class TaskTable
{
    private const string Indent = "  ";

    /// <summary>Gives the lines, the heads of the columns first; below the row of a task, what flows with it, when that was asked for.</summary>
    public static IEnumerable<string> Lines(Answer answer, TaskGraph graph, IReadOnlyList<TaskNode> tasks, bool full)
    {
        var text = new TableText(graph, new ReprOptions { Full = full });
        return TableLayout.Lines(answer, text.Columns, [.. tasks.Select(text.Row)])
            .SelectMany((line, i) => Context(answer, i == 0 ? null : tasks[i - 1].Context, full).Prepend(line));
    }

    private static IEnumerable<string> Context(Answer answer, ContextInfo? context, bool full)
    {
        if (context is null)
            return [];
        var line = $"{Indent}context=<{ContextText.Of(context, full)}>";
        return answer.Width is { } width ? Wrapping.Lines(line, width, Indent + Indent) : [line];
    }
}
