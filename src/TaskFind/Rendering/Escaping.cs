using System.Buffers;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>The one gate through which every string of the target passes on its way to a reader.</summary>
internal static class Escaping
{
    private const string Cut = "...";

    /// <summary>Writes a string as Python's repr does, <c>'it\x1b'</c>; dots behind the quote say that it was cut.</summary>
    public static string Quoted(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var output = new StringBuilder().Append(quote);
        var whole = Append(output, text, quote, Limits.Text.StringLength);
        output.Append(quote);
        return whole ? output.ToString() : output.Append(Cut).ToString();
    }

    /// <summary>Writes free text for a table, a stack or a note: what a terminal would act on is escaped, quotes and backslashes stay.</summary>
    public static string Text(string text) => Free(text, Limits.Text.StringLength);

    /// <summary>Writes a sentence of ours that holds names of the target: as <see cref="Text"/>, with room for the sentence.</summary>
    public static string Note(string sentence) => Free(sentence, Limits.Text.NoteLength);

    /// <summary>Writes a name, a type or a value: as it is when it is plain, else quoted.</summary>
    public static string Value(string text) => PlainText.IsPlain(text) ? text : Quoted(text);

    /// <summary>Writes the name of a method or type in front of its parentheses.</summary>
    public static string Name(string text) => Value(text);

    /// <summary>Writes parameter types, which may hold commas and blanks between their brackets.</summary>
    public static string Parameters(string text) => text.Length == 0 || PlainText.IsPlainList(text) ? text : Quoted(text);

    /// <summary>Writes a file's name or path, with slashes.</summary>
    public static string File(string path)
    {
        var text = path.Replace('\\', '/');
        return PlainText.IsPlainFile(text) ? text : Quoted(text);
    }

    private static string Free(string text, int longest)
    {
        if (text.Length <= longest && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return text;
        var output = new StringBuilder();
        return Append(output, text, quote: null, longest) ? output.ToString() : output.Append(Cut).ToString();
    }

    private static bool Append(StringBuilder output, string text, char? quote, int longest)
    {
        var rest = text.AsSpan();
        for (var count = 0; !rest.IsEmpty; count++)
        {
            if (count == longest)
                return false;
            var whole = Rune.DecodeFromUtf16(rest, out var rune, out var used) == OperationStatus.Done;
            if (!whole)
                Printable.AppendEscape(output, rest[0]);
            else if (quote is not null && (rune.Value == quote || rune.Value == '\\'))
                output.Append('\\').Append((char)rune.Value);
            else if (Printable.Is(rune))
                output.Append(rest[..used]);
            else
                Printable.AppendEscape(output, rune.Value);
            rest = rest[used..];
        }

        return true;
    }
}
