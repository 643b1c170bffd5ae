using TaskFind.Queries;

namespace TaskFind.Tool.Output;

/// <summary>Says on stderr what a list has left out, and how to see it.</summary>
internal static class ListNotes
{
    /// <summary>Writes the notes of one list.</summary>
    public static void Write(TaskListing listing, int omitted)
    {
        if (listing.IgnoredCase)
            Notes.Line("The pattern fits nothing exactly: upper and lower case were taken as the same.");
        if (listing.Tasks.Count == 0)
            Notes.Line("There is no such task.");
        var hidden = new List<string>();
        Add(hidden, omitted, "more", "--limit");
        Add(hidden, listing.HiddenDone, "done", "--all");
        Add(hidden, listing.HiddenFramework, "of the framework", "--framework");
        Add(hidden, listing.HiddenPromises, "without a method", "--promises");
        if (hidden.Count > 0)
            Notes.Line("Not shown: " + string.Join(", ", hidden) + ".");
    }

    private static void Add(List<string> hidden, int count, string what, string option)
    {
        if (count > 0)
            hidden.Add($"{count} {what} ({option})");
    }
}
