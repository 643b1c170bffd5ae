namespace TaskFind.Rendering;

/// <summary>Breaks long lines at blanks, for people and never for programs.</summary>
internal static class Wrapping
{
    /// <summary>Gives the line in pieces of at most <paramref name="width"/> characters, as far as its blanks allow; all but the first are indented.</summary>
    public static IEnumerable<string> Lines(string line, int width, string indent)
    {
        var first = true;
        for (var rest = line; ; first = false)
        {
            var room = width - (first ? 0 : indent.Length);
            var end = rest.Length <= room ? rest.Length : BreakAt(rest, room);
            yield return (first ? "" : indent) + rest[..end].TrimEnd();
            if (end >= rest.Length)
                yield break;
            rest = rest[end..].TrimStart();
        }
    }

    private static int BreakAt(string text, int room)
    {
        var leading = text.Length - text.TrimStart().Length;
        var blank = room > leading ? text.LastIndexOf(' ', room) : -1;
        if (blank <= leading)
            blank = text.IndexOf(' ', leading);
        return blank <= leading ? text.Length : blank;
    }
}
