using System.Text;

namespace TaskFind.Rendering;

/// <summary>Makes Markdown of texts that the target may have written: no character of theirs means anything to it.</summary>
internal static class MarkdownText
{
    /// <summary>Writes a text so that it stands as it is, in a paragraph, a list or the cell of a table: every ASCII punctuation mark is escaped, which CommonMark allows.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c is '\r' or '\n')
                escaped.Append(' ');
            else if (char.IsAsciiLetterOrDigit(c) || c > '~' || c is ' ' or ',' or '\'')
                escaped.Append(c);
            else if (c < ' ')
                escaped.Append('\uFFFD');
            else
                escaped.Append('\\').Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Gives lines as a block of code, within a fence that none of them can close.</summary>
    public static IEnumerable<string> Block(IReadOnlyCollection<string> lines)
    {
        var fence = new string('`', Math.Max(3, lines.Select(LongestRun).DefaultIfEmpty().Max() + 1));
        return [fence + "text", .. lines, fence];
    }

    private static int LongestRun(string line)
    {
        var (longest, run) = (0, 0);
        foreach (var c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
