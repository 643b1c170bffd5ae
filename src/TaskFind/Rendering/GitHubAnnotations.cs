using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Findings;

namespace TaskFind.Rendering;

/// <summary>
/// Says findings as workflow commands of GitHub Actions (<c>::error file=…,line=…::…</c>), which mark the line in the pull request. Paths are relative to the workspace; where none
/// is known, the annotation stands on the run alone.
/// </summary>
internal static class GitHubAnnotations
{
    /// <summary>Gives one command for each finding; what a rule cannot tell is a notice.</summary>
    public static IEnumerable<string> Lines(TaskGraph graph, IReadOnlyList<Finding> findings)
    {
        var text = new FindingText(graph, new ReprOptions());
        return findings.Select(f => Line(f, text));
    }

    private static string Line(Finding finding, FindingText text)
    {
        var command = finding.IsUnknown ? "notice" : finding.Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "notice" };
        var properties = new List<string>();
        if (finding.Line is { RepoPath: { } path } line)
        {
            properties.Add("file=" + Property(path));
            properties.Add(string.Create(CultureInfo.InvariantCulture, $"line={line.Line}"));
            properties.Add(string.Create(CultureInfo.InvariantCulture, $"endLine={line.EndLine}"));
            if (line.Line == line.EndLine && line.Column > 0)
                properties.Add(string.Create(CultureInfo.InvariantCulture, $"col={line.Column}"));
        }

        properties.Add("title=" + Property(text.Title(finding)));
        string[] message = [text.Sentence(finding), .. text.Evidence(finding).Select(e => "- " + e), .. FindingText.Persistence(finding) is { } lasting ? new[] { lasting } : [], finding.Advice];
        return $"::{command} {string.Join(',', properties)}::{Data(string.Join('\n', message))}";
    }

    // The runner's own rules: the message escapes what would end it, a property also what would end that.
    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
