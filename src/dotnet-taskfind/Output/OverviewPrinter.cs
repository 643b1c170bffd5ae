using TaskFind.Model;
using TaskFind.Queries.Groups;
using TaskFind.Rendering;
using TaskFind.Targets;

namespace TaskFind.Tool.Output;

/// <summary>Prints a target on one screen, and what to type next.</summary>
internal sealed class OverviewPrinter(Answer answer, TaskGraph graph, TargetSpec target)
{
    /// <summary>Prints it, in at most 40 lines.</summary>
    public void Write(Overview overview)
    {
        var text = new OverviewText(graph, overview);
        Line(text.Head);
        if (text.Rows is { Count: > 0 } rows)
            answer.WriteTable(TableLayout.Lines(answer, GroupText.WaitColumns, rows));

        foreach (var line in text.Lines())
            Line(line);
        answer.WriteLine();
        var name = target == TargetSpec.OnlyProcess ? "" : " " + Escaping.Text(target.ToString());
        Line(overview.Pending == 0 ? $"Next: dotnet-taskfind list --framework{name}" : $"Next: dotnet-taskfind tree{name}");
        if (overview.Findings.Count > 0)
            Line($"      dotnet-taskfind check{name}");
        else if (overview.Pending > 0)
            Line($"      dotnet-taskfind find {Example(overview)}{name} --stack --limit 3");
    }

    // A line too wide for the terminal is cut: a second one would push the first off the screen.
    private void Line(string text) => answer.WriteLine(answer.Width is { } width ? ColumnFit.Cut(text, width) : text);

    // Quoted, because a shell reads the brackets of generic, local and top-level methods in its own way.
    private static string Example(Overview overview) =>
        overview.Waits.Select(g => g.First.Method?.DisplayName).Concat(overview.InCircles.Take(1).Select(t => t.Method?.DisplayName)).OfType<string>().FirstOrDefault(PlainText.IsPlain) is { } name
            ? name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? name : $"'{name}'"
            : "METHOD";
}
