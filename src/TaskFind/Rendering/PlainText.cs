using System.Text;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>
/// Tells which strings can stand in a repr without quotes and still be read back: names as C# writes them, with balanced brackets, and
/// numbers with a unit.
/// </summary>
internal static class PlainText
{
    private const string Marks = "_.@$#|-!?*&+~%^/`\u2026";

    /// <summary>Tells whether a name or value is plain: blanks and commas only inside of brackets, parentheses only inside of others.</summary>
    public static bool IsPlain(string text) => IsPlain(text, "", isList: false);

    /// <summary>Tells whether a list of types is plain, which stands in parentheses.</summary>
    public static bool IsPlainList(string text) => IsPlain(text, "", isList: true);

    /// <summary>Tells whether a path is plain: the colon of a drive is too.</summary>
    public static bool IsPlainFile(string text) => IsPlain(text, ":", isList: false);

    private static bool IsPlain(string text, string moreMarks, bool isList)
    {
        // What starts like "<2 more>" or "..." would be taken for it.
        if (text.Length is 0 or > Escaping.Longest || text.StartsWith("...", StringComparison.Ordinal) || text is ['<', >= '0' and <= '9', ..])
            return false;
        Span<char> open = stackalloc char[text.Length];
        var depth = 0;
        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '(' when depth == 0 && !isList:
                case '>' when last.Value == '-':
                    return false;
                case '<' or '(' or '[':
                    open[depth++] = (char)rune.Value;
                    break;
                case '>' or ')' or ']':
                    if (depth == 0 || open[--depth] != Opening(rune.Value))
                        return false;
                    break;
                case ' ' or ',':
                    if (depth == 0 && !isList)
                        return false;
                    break;
                default:
                    if (!IsNameLike(rune) && !Has(Marks, rune) && !Has(moreMarks, rune))
                        return false;
                    break;
            }

            last = rune;
        }

        return depth == 0;
    }

    private static char Opening(int closing) => closing switch { '>' => '<', ')' => '(', _ => '[' };

    private static bool Has(string marks, Rune rune) => rune.IsBmp && marks.Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool IsNameLike(Rune rune) => Printable.Is(rune) && (Rune.IsLetterOrDigit(rune) ||
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
}
