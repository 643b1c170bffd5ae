using TaskFind.Model;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;

namespace TaskFind.Tool.Output;

/// <summary>Prints findings for people: the worst first, an empty line between them, and their number last.</summary>
internal static class FindingPrinter
{
    private const string Continued = "      ";

    /// <summary>Prints them.</summary>
    public static void Write(Answer answer, TaskGraph graph, IReadOnlyList<Finding> findings, ReprOptions options)
    {
        var text = new FindingText(graph, options);
        foreach (var finding in findings)
        {
            var isFirst = true;
            foreach (var line in text.Lines(finding))
            {
                if (isFirst)
                    Head(answer, finding, line);
                else
                    answer.WriteLines(Fitted(answer, line));
                isFirst = false;
            }

            answer.WriteLine();
        }

        answer.WriteLines(Fitted(answer, FindingText.Total(findings)));
    }

    private static void Head(Answer answer, Finding finding, string line)
    {
        var severity = FindingText.Severity(finding);
        var isHead = true;
        foreach (var part in Fitted(answer, $"{severity} {line}"))
        {
            if (isHead)
                answer.WriteMarked(severity, Colour(finding), part[Math.Min(severity.Length, part.Length)..]);
            else
                answer.WriteLine(part);
            isHead = false;
        }
    }

    private static int Colour(Finding finding) => finding.IsUnknown ? 36 : finding.Severity switch { FindingSeverity.Error => 31, FindingSeverity.Warning => 33, _ => 36 };

    private static IEnumerable<string> Fitted(Answer answer, string line) => answer.Width is { } width ? Wrapping.Lines(line, width, Continued) : [line];
}
