using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Findings;

namespace TaskFind.Rendering;

/// <summary>Says findings in GitHub's Markdown, for the summary of a job or a comment: a table, then the facts of each.</summary>
internal static class MarkdownReport
{
    /// <summary>Gives the lines.</summary>
    public static IEnumerable<string> Lines(TaskGraph graph, IReadOnlyList<Finding> findings)
    {
        var text = new FindingText(graph, new ReprOptions());
        var target = graph.Target;
        yield return string.Create(CultureInfo.InvariantCulture, $"### Tasks of {MarkdownText.Escape(Escaping.Text(target.Name))}{(target.Pid is { } pid ? $" (pid {pid})" : "")}");
        yield return "";
        yield return MarkdownText.Escape(FindingText.Total(findings));
        if (findings.Count == 0)
            yield break;
        yield return "";
        yield return "| severity | finding | what is wrong |";
        yield return "| --- | --- | --- |";
        foreach (var finding in findings)
            yield return $"| {FindingText.Severity(finding)} | {MarkdownText.Escape(text.Title(finding))} | {MarkdownText.Escape(text.Sentence(finding))} |";
        foreach (var line in findings.SelectMany(f => Details(f, text)))
            yield return line;
    }

    private static IEnumerable<string> Details(Finding finding, FindingText text)
    {
        string[] facts = [.. text.Evidence(finding), .. FindingText.Persistence(finding) is { } persistence ? new[] { persistence } : []];
        yield return "";
        yield return $"**{MarkdownText.Escape(text.Title(finding))}**: {MarkdownText.Escape(finding.Advice)}";
        if (facts.Length == 0)
            yield break;
        yield return "";
        foreach (var line in MarkdownText.Block(facts))
            yield return line;
    }
}
