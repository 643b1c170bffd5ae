using TaskFind.Queries.Findings;

namespace TaskFind.Tool.Options;

/// <summary>What a check asks and how it answers, as the command line says it.</summary>
/// <param name="Only">The names of the rules to ask; empty for all.</param>
/// <param name="Ignore">The names of the rules not to ask.</param>
/// <param name="FailOn">Names of rules, or how bad a finding must be, for exit code 1; empty for never.</param>
/// <param name="Format">How to print.</param>
/// <param name="File">The file to write to; null for stdout.</param>
/// <param name="Interval">The time between two looks; null for one look.</param>
/// <param name="Looks">How many looks to take.</param>
/// <param name="Limit">How many tasks a finding names in JSON at the most; null for all.</param>
/// <param name="Full">Whether nothing is left out of texts.</param>
internal sealed record CheckSettings(
    IReadOnlyList<string> Only, IReadOnlyList<string> Ignore, IReadOnlyList<string> FailOn, CheckFormat Format, string? File, TimeSpan? Interval, int Looks, int? Limit, bool Full)
{
    /// <summary>Tells whether a rule is to be asked.</summary>
    public bool Asks(IFinding rule) => (Only.Count == 0 || Only.Contains(rule.Name)) && !Ignore.Contains(rule.Name);

    /// <summary>Tells whether a finding is one that the caller wants to fail on; what cannot be told never is.</summary>
    public bool FailsOn(Finding finding) => !finding.IsUnknown && FailOn.Any(f => f == finding.Name || (Enum.TryParse<FindingSeverity>(f, ignoreCase: true, out var least) && finding.Severity >= least));
}
