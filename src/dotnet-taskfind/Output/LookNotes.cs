using TaskFind.Model;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Says on stderr what every look has seen and what it cost the target.</summary>
internal static class LookNotes
{
    /// <summary>Writes the lines; all gaps when asked to say more.</summary>
    public static void Write(TaskGraph graph, bool verbose)
    {
        foreach (var line in CoverageText.Lines(graph))
            Notes.Line(line);
        if (!verbose)
            return;
        foreach (var gap in graph.Coverage.Gaps)
            Notes.Line($"Gap: {Escaping.Text(gap.What)}: {Escaping.Text(gap.Why)} ({gap.Count})");
    }
}
