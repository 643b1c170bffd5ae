using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Completion sources that somebody waits for and nothing alive can complete. Rule: <see cref="TaskNode.CanComplete"/>, which takes a look at the whole heap (<c>--deep</c>, on a dump);
/// without that it cannot be told. Wrongly yes: a source that only native code leads to. Wrongly no: one that something alive refers to and will never use, or that only a weak reference or an awaiter of the program's own leads to.
/// </summary>
internal sealed class NeverCompletes : IFinding
{
    public string Name => "never-completes";

    public string Summary => "wait for what nothing alive can complete";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var awaited = context.Graph.Nodes.Where(n => n is { Kind: NodeKind.CompletionSource, IsDone: false }).Select(n => (Source: n, Waiter: ProgramsWaiter(n))).Where(w => w.Waiter is not null).ToList();
        if (!context.Graph.IsDeep)
            return awaited.Count == 0 ? [] : [Unknown(awaited.Count)];
        return awaited.Where(w => w.Source.CanComplete == false).GroupBy(w => (w.Waiter!.Value.MethodIndex, w.Waiter.Value.PointIndex, w.Source.Wait is { } wait ? WaitLikeness.Of(wait) : ""))
            .Select(g => Found([.. g.Select(w => w.Source)], [.. g.Select(w => w.Waiter!.Value)]));
    }

    private Finding Found(List<TaskNode> sources, List<TaskNode> waiters)
    {
        var isGarbage = waiters.TrueForAll(w => w.IsReachable == false);
        return new Finding
        {
            Name = Name,
            Severity = isGarbage ? FindingSeverity.Warning : FindingSeverity.Error,
            Sentence = $"{Words.Count(waiters.Count, "task waits", "tasks wait")} for {sources[0]}, which nothing alive can complete any more{Words.If(isGarbage, $"; nothing refers to the waiting {(waiters.Count == 1 ? "one" : "ones")} either, and the next garbage collection takes them")}.",
            Advice = "Whoever makes a TaskCompletionSource has to complete it on every way out, on errors and cancellation too; here nobody who could has kept it.",
            Tasks = waiters,
            Evidence = Words.OfTasks(waiters, w => $"{w} waits for {new WaitsOf(w)}"),
            OmittedEvidence = Math.Max(0, waiters.Count - Limits.Text.Evidence),
        };
    }

    private Finding Unknown(int count) => new()
    {
        Name = Name,
        Severity = FindingSeverity.Info,
        IsUnknown = true,
        Sentence = $"{Words.Count(count, "TaskCompletionSource is", "TaskCompletionSources are")} waited for; whether something can still complete {(count == 1 ? "it" : "them")}, only the whole heap tells.",
        Advice = "Look at a dump with --deep (or at the process with --via dump --deep).",
    };

    /// <summary>Gives a method of the program that waits for a source, by way of the framework's or not; null when there is none.</summary>
    private static TaskNode? ProgramsWaiter(TaskNode source)
    {
        foreach (var continuation in source.Continuations)
        {
            var at = Waiter.Behind(continuation).Waiter;
            for (var hops = 0; hops < Limits.Graph.Links && at is { IsFramework: true, Continuations: [var next] }; hops++)
                at = Waiter.Behind(next).Waiter;
            if (at is { Method: not null, IsFramework: false, Kind: not NodeKind.Delegate })
                return at;
        }

        return null;
    }
}
