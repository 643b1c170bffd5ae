using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Writes notes and errors to stderr, one sentence a line.</summary>
internal static class Notes
{
    private const string Indent = "  ";

    private static bool Colour => Terminal.IsError && Terminal.AllowsColour;

    /// <summary>Writes a note.</summary>
    public static void Line(string text)
    {
        foreach (var line in Terminal.IsError ? Wrapping.Lines(Safe(text), Terminal.ErrorWidth, Indent) : [Safe(text)])
            Terminal.Error.WriteLine(line);
    }

    /// <summary>Writes what is wrong and what to type next.</summary>
    public static void Error(string sentence, string? hint = null)
    {
        Terminal.Error.WriteLine((Colour ? "\e[31m[ERROR]\e[0m " : "[ERROR] ") + Safe(sentence));
        if (!string.IsNullOrEmpty(hint))
            Line(hint);
    }

    /// <summary>Writes one line for an exception that nobody foresaw, with the stack trace when asked for.</summary>
    public static void Bug(Exception e, bool verbose)
    {
        Error($"This is a bug of dotnet-taskfind: {e.GetType().Name}: {FirstLine(e.Message)}");
        Line(verbose ? e.ToString() : "Run it again with --verbose to see where, and please report it.");
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();

    // Messages quote what was typed and what the target is called; neither may steer the terminal.
    private static string Safe(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsControl(source[i]) && source[i] != '\n' || IsDirection(source[i]) ? '?' : source[i];
    });

    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\u2028' or '\u2029';
}
