using System.Globalization;
using System.Text;

namespace TaskFind.Rendering;

/// <summary>Tells which characters may reach a terminal as they are: those that Python's <c>str.isprintable</c> allows.</summary>
internal static class Printable
{
    /// <summary>Tells whether a character shows itself and does nothing else: no control, bidi, separator, surrogate, private or unknown one.</summary>
    public static bool Is(Rune rune) => rune.IsAscii
        ? rune.Value is >= ' ' and <= '~'
        : Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    /// <summary>Writes the escape that stands for a character, <c>\x1b</c>.</summary>
    public static void AppendEscape(StringBuilder output, int value)
    {
        switch (value)
        {
            case '\n':
                output.Append("\\n");
                break;
            case '\r':
                output.Append("\\r");
                break;
            case '\t':
                output.Append("\\t");
                break;
            case < 0x100:
                output.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}");
                break;
            case < 0x10000:
                output.Append(CultureInfo.InvariantCulture, $"\\u{value:x4}");
                break;
            default:
                output.Append(CultureInfo.InvariantCulture, $"\\U{value:x8}");
                break;
        }
    }
}
