using Spectre.Console;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Lays cells out in columns.</summary>
internal static class TableLayout
{
    private const string Gap = "  ";

    /// <summary>Gives the lines of a table: fitted into a terminal, or as wide as it is for a file or a pipe.</summary>
    public static IEnumerable<string> Lines(Answer answer, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] shown = [.. Enumerable.Range(0, columns.Count).Where(i => !columns[i].IsOptional || rows.Any(r => r[i].Length > 0))];
        if (shown.Length < columns.Count)
            (columns, rows) = ([.. shown.Select(i => columns[i])], [.. rows.Select(r => (IReadOnlyList<string>)[.. shown.Select(i => r[i])])]);
        return answer.Width is { } width ? Fitted(columns, rows, width) : Wide([.. columns.Select(c => c.Head)], rows);
    }

    private static IEnumerable<string> Fitted(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new TextOutput(output, width),
        });
        var table = new Table().NoBorder();
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column.Head)).Padding(0, 0, Gap.Length, 0).NoWrap());

        // Text and not markup: brackets in a name mean nothing.
        foreach (var row in ColumnFit.Fit(columns, rows, width - (Gap.Length * columns.Count)))
            table.AddRow(row.Select(cell => new Text(cell)));
        console.Write(table);
        return output.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd());
    }

    // Spectre keeps every line of a table in memory and pads it to the last column; a pipe may take a million of them.
    private static IEnumerable<string> Wide(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = heads.Select((head, i) => rows.Select(row => row[i].Length).Append(head.Length).Max()).ToArray();
        return rows.Prepend(heads).Select(row => string.Join(Gap, row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }
}
