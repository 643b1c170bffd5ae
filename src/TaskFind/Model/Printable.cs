using System.Buffers;
using System.Globalization;
using System.Text;

namespace TaskFind.Model;

/// <summary>Tells which characters may reach a terminal as they are, those that Python's <c>str.isprintable</c> allows, and writes escapes for all others.</summary>
internal static class Printable
{
    private const string Cut = "...";

    /// <summary>Tells whether a character shows itself and does nothing else: no control, bidi, separator, surrogate, private or unknown one.</summary>
    public static bool Is(Rune rune) => rune.IsAscii
        ? rune.Value is >= ' ' and <= '~'
        : Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    /// <summary>Gives a text on one line, with escapes for what is not printable; dots say that it was cut after so many characters.</summary>
    public static string Line(string text, int longest = int.MaxValue)
    {
        if (text.Length <= longest && Are(text))
            return text;
        var output = new StringBuilder();
        return Append(output, text, longest) ? output.ToString() : output.Append(Cut).ToString();
    }

    /// <summary>Adds a text as <see cref="Line"/> does, inside of a quote that is escaped like the backslash if there is one; false when it was cut.</summary>
    public static bool Append(StringBuilder output, string text, int longest, char? quote = null)
    {
        var rest = text.AsSpan();
        for (var count = 0; !rest.IsEmpty; count++)
        {
            if (count == longest)
                return false;
            var whole = Rune.DecodeFromUtf16(rest, out var rune, out var used) == OperationStatus.Done;
            if (!whole)
                AppendEscape(output, rest[0]);
            else if (quote is not null && (rune.Value == quote || rune.Value == '\\'))
                output.Append('\\').Append((char)rune.Value);
            else if (Is(rune))
                output.Append(rest[..used]);
            else
                AppendEscape(output, rune.Value);
            rest = rest[used..];
        }

        return true;
    }

    private static bool Are(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyExceptInRange(' ', '~'); at >= 0; at = text.IndexOfAnyExceptInRange(' ', '~'))
        {
            if (Rune.DecodeFromUtf16(text[at..], out var rune, out var used) != OperationStatus.Done || !Is(rune))
                return false;
            text = text[(at + used)..];
        }

        return true;
    }

    private static void AppendEscape(StringBuilder output, int value)
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
