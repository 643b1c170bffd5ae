using TaskFind.Model;

namespace TaskFind.Tool.Output;

/// <summary>Says on stderr what every look has seen and what it cost the target.</summary>
internal static class LookNotes
{
    /// <summary>Writes the lines.</summary>
    public static void Write(TaskGraph graph, bool verbose)
    {
    }
}
