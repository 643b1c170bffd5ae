using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Findings;

namespace TaskFind.Rendering;

/// <summary>Says findings in lines: the sentence, the facts it stands on, what several looks say, and what to do.</summary>
internal sealed class FindingText(TaskGraph graph, ReprOptions options)
{
    private const string Indent = "    ";
    private readonly FindingWords _words = new(graph, options);

    /// <summary>Gives the word for how bad a finding is.</summary>
    public static string Severity(Finding finding) => finding.IsUnknown ? "cannot tell" : Severity(finding.Severity);

    /// <summary>Gives the word for how bad something is.</summary>
    public static string Severity(FindingSeverity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>Says what is found, without its name.</summary>
    public string Sentence(Finding finding) => _words.Of(finding.Sentence);

    /// <summary>Gives its heading, <c>hanging test: OrderTests.Waits</c>; its name where it has none.</summary>
    public string Title(Finding finding) => finding.Title is { } title ? _words.Of(title) : finding.Name;

    /// <summary>Says the facts that it stands on, one a line, and how many there are more.</summary>
    public IReadOnlyList<string> Evidence(Finding finding)
    {
        var lines = finding.Evidence.Select(Evidence).ToList();
        if (finding.OmittedEvidence > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"<{finding.OmittedEvidence} more>"));
        return lines;
    }

    /// <summary>Says one fact, with the address of the task that it is about.</summary>
    public string Evidence(FindingEvidence evidence) => evidence.Task is { } task ? $"{_words.Of(evidence.Words)} [{task.Address}]" : _words.Of(evidence.Words);

    /// <summary>Says what several looks say of it; null after one look.</summary>
    public static string? Persistence(Finding finding) => finding.Persistence is not { } p ? null : Say(p);

    /// <summary>Gives the lines of one finding, the first without its severity.</summary>
    public IEnumerable<string> Lines(Finding finding)
    {
        yield return finding.Title is null ? $"{finding.Name}: {Sentence(finding)}" : $"{Title(finding)}: {Sentence(finding)}";
        foreach (var line in Evidence(finding))
            yield return $"{Indent}- {line}";
        if (Persistence(finding) is { } persistence)
            yield return $"{Indent}{persistence}";
        yield return $"{Indent}{(finding.IsUnknown ? "To know" : "What to do")}: {finding.Advice}";
    }

    /// <summary>Says in one line how many findings there are of each kind.</summary>
    public static string Total(IReadOnlyList<Finding> findings)
    {
        var known = findings.Where(f => !f.IsUnknown).ToList();
        var unknown = findings.Where(f => f.IsUnknown).Select(f => f.Name).Distinct().ToList();
        var counts = known.GroupBy(f => f.Severity).OrderByDescending(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {Severity(g.Key)}{(g.Count() > 1 && g.Key != FindingSeverity.Info ? "s" : "")}"));
        var total = known.Count == 0 ? "Nothing found" : string.Create(CultureInfo.InvariantCulture, $"{known.Count} {(known.Count == 1 ? "finding" : "findings")}: {string.Join(", ", counts)}");
        return unknown.Count == 0 ? total + "." : $"{total}; cannot tell: {string.Join(", ", unknown)}.";
    }

    private static string Say(Persistence p)
    {
        var over = string.Create(CultureInfo.InvariantCulture, $"in {p.Looks} looks over {Durations.Text(p.Over)}");
        if (p.IsStuck)
            return p.Of == 1 ? $"stuck: the same at the same place {over}" : string.Create(CultureInfo.InvariantCulture, $"stuck: the same {p.Of} at the same places {over}");
        if (p.Same > 0)
            return string.Create(CultureInfo.InvariantCulture, $"stuck: {p.Same} of the {p.Of} are the same at the same places {over}; the others came, moved, or could not be known again");
        return p.WasAlwaysThere ? $"there {over}, but none of the {p.Of} could be known again: they may be others each time" : $"not there at each of {p.Looks} looks";
    }
}
