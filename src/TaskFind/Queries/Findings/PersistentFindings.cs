using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>What several looks at one process say together: only what was known again in each of them is called stuck.</summary>
internal static class PersistentFindings
{
    /// <summary>Gives the findings of the last graph; after several looks, with what the earlier ones say of them.</summary>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<TaskGraph> graphs, Func<IFinding, bool>? isAsked = null)
    {
        var last = FindingCatalogue.Check(graphs[^1], isAsked);
        if (graphs.Count == 1)
            return last;
        TaskMatching[] steps = [.. Enumerable.Range(1, graphs.Count - 1).Select(i => TaskMatching.Of(graphs[^(i + 1)], graphs[^i]))];
        HashSet<(string, SourceLine?)>[] earlier = [.. graphs.SkipLast(1).Select(g => FindingCatalogue.Check(g, isAsked).Select(Key).ToHashSet())];
        return [.. last.Select(f => With(f, graphs, steps, Array.TrueForAll(earlier, e => e.Contains(Key(f))))).OrderBy(f => f.IsUnknown).ThenByDescending(f => f.Severity)];
    }

    private static (string, SourceLine?) Key(Finding finding) => (finding.Name, finding.Line);

    private static Finding With(Finding finding, IReadOnlyList<TaskGraph> graphs, TaskMatching[] steps, bool wasAlwaysThere)
    {
        var of = finding.Tasks.Count + finding.Threads.Count;
        if (of == 0 || finding.IsUnknown || finding.Tasks.Any(t => t.IsDone))
            return finding;
        var same = finding.Tasks.Count(t => HasStood(t, steps)) + finding.Threads.Count(t => HasStood(t, steps));
        var persistence = new Persistence(graphs.Count, graphs[^1].TakenAt - graphs[0].TakenAt, same, of) { WasAlwaysThere = wasAlwaysThere };
        return finding with { Persistence = persistence, Severity = persistence.IsStuck ? finding.SeverityWhenStuck ?? finding.Severity : finding.Severity };
    }

    private static bool HasStood(TaskNode node, TaskMatching[] steps)
    {
        var at = node;
        foreach (var step in steps)
        {
            if (!step.StandsStill(at))
                return false;
            at = step.BeforeOf(at)!.Value;
        }

        return true;
    }

    // The garbage collector does not move threads; what they are blocked on, it may.
    private static bool HasStood(TaskThread thread, TaskMatching[] steps) => Array.TrueForAll(
        steps, s => s.IsSameProcess && s.Before.Threads.Any(t => t.ManagedId == thread.ManagedId && t.OSId == thread.OSId && t.Frame == thread.Frame && t.BlockedOn?.Kind == thread.BlockedOn?.Kind && t.BlockedOn?.Address == thread.BlockedOn?.Address));
}
