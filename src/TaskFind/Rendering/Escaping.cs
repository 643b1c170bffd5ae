using System.Text;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>The forms in which strings of the target are shown; what may be shown at all, <see cref="Printable"/> says.</summary>
internal static class Escaping
{
    private const string Cut = "...";

    /// <summary>Writes a string as Python's repr does, <c>'it\x1b'</c>; dots behind the quote say that it was cut.</summary>
    public static string Quoted(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var output = new StringBuilder().Append(quote);
        var whole = Printable.Append(output, text, Limits.Text.StringLength, quote);
        output.Append(quote);
        return whole ? output.ToString() : output.Append(Cut).ToString();
    }

    /// <summary>Writes free text for a table, a stack or a note: what a terminal would act on is escaped, quotes and backslashes stay.</summary>
    public static string Text(string text) => Printable.Line(text, Limits.Text.StringLength);

    /// <summary>Writes a sentence of ours that holds names of the target: as <see cref="Text"/>, with room for the sentence.</summary>
    public static string Note(string sentence) => Printable.Line(sentence, Limits.Text.NoteLength);

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
}
