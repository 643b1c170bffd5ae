using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>All rules.</summary>
internal static class FindingCatalogue
{
    /// <summary>Gets the rules, in the order in which their findings are told.</summary>
    public static IReadOnlyList<IFinding> Rules { get; } =
    [
        new Deadlock(), new NeverCompletes(), new Starvation(), new HangingTest(), new SyncOverAsync(), new StuckBehind(), new OverdueTimer(), new CancelledButRunning(),
        new UnobservedException(), new AbandonedReads(), new ContinuationPileUp(),
    ];

    /// <summary>Gets the names of the rules.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Rules.Select(r => r.Name)];

    /// <summary>Asks the chosen rules, and gives what they say: the worst first, what cannot be told last.</summary>
    public static IReadOnlyList<Finding> Check(TaskGraph graph, Func<IFinding, bool>? isAsked = null)
    {
        var context = new FindingContext(graph);
        return [.. Rules.Where(r => isAsked?.Invoke(r) != false).SelectMany(r => r.Check(context)).OrderBy(f => f.IsUnknown).ThenByDescending(f => f.Severity)];
    }
}
