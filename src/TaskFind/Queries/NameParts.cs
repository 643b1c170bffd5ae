namespace TaskFind.Queries;

/// <summary>Splits names at separators that stand outside of brackets.</summary>
internal static class NameParts
{
    /// <summary>Gives the names of a path, <c>Outer&lt;T&gt;.Inner.Run</c>; the dot of <c>.ctor</c> belongs to its name.</summary>
    public static List<string> Path(string text)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth = Math.Max(0, depth + Step(text[i]));
            if (text[i] != '.' || depth > 0 || i == start)
                continue;
            parts.Add(text[start..i]);
            start = i + 1;
        }

        if (start < text.Length)
            parts.Add(text[start..]);
        return parts;
    }

    /// <summary>Gives the items of a list, <c>int, Dictionary&lt;string, int&gt;</c>, trimmed; none for an empty list.</summary>
    public static string[] List(string text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. Split(text, ',').Select(item => item.Trim())];

    /// <summary>Gives the words of a parameter, <c>ref Map&lt;string, int&gt; map</c>.</summary>
    public static List<string> Words(string text) => [.. Split(text, ' ').Where(word => word.Length > 0)];

    /// <summary>Tells whether every bracket is closed by its own kind.</summary>
    public static bool AreBracketsClosed(string text)
    {
        var open = new Stack<char>();
        foreach (var c in text)
        {
            if (Step(c) > 0)
                open.Push(c);
            else if (Step(c) < 0 && !(open.TryPop(out var opening) && (opening, c) is ('<', '>') or ('(', ')') or ('[', ']')))
                return false;
        }

        return open.Count == 0;
    }

    private static List<string> Split(string text, char separator)
    {
        var items = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth = Math.Max(0, depth + Step(text[i]));
            if (text[i] != separator || depth > 0)
                continue;
            items.Add(text[start..i]);
            start = i + 1;
        }

        items.Add(text[start..]);
        return items;
    }

    private static int Step(char c) => c switch
    {
        '<' or '(' or '[' => 1,
        '>' or ')' or ']' => -1,
        _ => 0,
    };
}
