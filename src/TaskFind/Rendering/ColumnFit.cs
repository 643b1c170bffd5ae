namespace TaskFind.Rendering;

/// <summary>Cuts the cells of a table so that each row fits on one line of a terminal: wide columns give way to narrow ones.</summary>
internal static class ColumnFit
{
    private const char Ellipsis = '…';

    /// <summary>Gives the rows as they are when they fit, else cut.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">Their cells, without the heads.</param>
    /// <param name="width">How many characters there are for the cells of a row, gaps not counted.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Fit(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        if (Widths(columns, rows).Sum() <= width)
            return rows;
        rows = [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, i) => columns[i].Cut == Cutting.ToFirstWord ? FirstWord(cell) : cell)])];
        var widths = Widths(columns, rows);
        var most = Most(widths, width);
        return [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, i) => Cut(cell, Math.Min(widths[i], most), columns[i].Cut))])];
    }

    private static int[] Widths(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows) =>
        [.. columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Head.Length).Max())];

    /// <summary>Finds the largest width to which the wide columns may go.</summary>
    private static int Most(int[] widths, int width)
    {
        var most = widths.Max();
        while (most > 1 && widths.Sum(w => Math.Min(w, most)) > width)
            most--;
        return most;
    }

    private static string FirstWord(string cell) => cell.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end ? cell[..end] : cell;

    /// <summary>Gives a text as it is when it fits, else its beginning, or its end, and an ellipsis; half a character is none.</summary>
    public static string Cut(string text, int width, Cutting cut = Cutting.End)
    {
        if (text.Length <= width)
            return text;
        var at = cut == Cutting.Start ? text.Length - (width - 1) : width - 1;
        var splits = at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
        return cut == Cutting.Start ? Ellipsis + text[(splits ? at + 1 : at)..] : text[..(splits ? at - 1 : at)] + Ellipsis;
    }
}
