using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Writes notes and errors to stderr, one sentence a line.</summary>
// They quote what was typed and what the target is called; neither may steer the terminal, nor look like a line of ours, nor fill the screen.
internal static class Notes
{
    private const string Indent = "  ";

    private static bool Colour => Terminal.IsError && Terminal.AllowsColour;

    /// <summary>Writes a note.</summary>
    public static void Line(string text)
    {
        var whole = Printable.Line(text, Limits.Text.LineLength);
        foreach (var line in Terminal.IsError ? Wrapping.Lines(whole, Terminal.ErrorWidth, Indent) : [whole])
            Terminal.Error.WriteLine(line);
    }

    /// <summary>Writes what is wrong and what to type next.</summary>
    public static void Error(string sentence, string? hint = null)
    {
        Terminal.Error.WriteLine((Colour ? "\e[31m[ERROR]\e[0m " : "[ERROR] ") + Printable.Line(sentence, Limits.Text.LineLength));
        if (!string.IsNullOrEmpty(hint))
            Line(hint);
    }

    /// <summary>Writes one line for an exception that nobody foresaw, with the stack trace when asked for.</summary>
    public static void Bug(Exception e, bool verbose)
    {
        Error($"This is a bug of dotnet-taskfind: {e.GetType().Name}: {FirstLine(e.Message)}");
        if (verbose)
            Array.ForEach(e.ToString().ReplaceLineEndings("\n").Split('\n'), Line);
        else
            Line("Run it again with --verbose to see where, and please report it.");
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
