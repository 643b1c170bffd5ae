using TaskFind.Queries;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Says on stderr what a search's answer alone does not: why it is empty, and what it left out.</summary>
internal static class SearchNotes
{
    /// <summary>Writes the notes of one search.</summary>
    public static void Write(string what, SearchResult result, int printed)
    {
        if (result.IgnoredCase)
            Notes.Line($"Nothing is called '{Escaping.Text(what)}' exactly: upper and lower case were taken as the same.");
        if (result.NoMatch is { } none)
            Write(none);
        if (result is { HiddenDone: > 0, NoMatch: null })
            Notes.Line($"Not shown: {result.HiddenDone} done (--all).");
        if (printed < result.Matches.Count)
            Notes.Line($"Not shown: {result.Matches.Count - printed} more (--limit).");
    }

    /// <summary>Says why there is no match, and what comes near.</summary>
    public static void Write(NoMatch none)
    {
        Notes.Line(Escaping.Note(none.Text));
        if (none.Nearest.Count > 0)
            Notes.Line("Nearest: " + string.Join(", ", none.Nearest.Select(Escaping.Text)));
    }
}
