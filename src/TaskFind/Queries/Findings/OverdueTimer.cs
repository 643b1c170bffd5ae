using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Timers that are past their time and have not fired. Rule: a delay, time out or periodic timer that is a second overdue. Wrongly yes: a process that was itself stopped a moment ago.
/// Wrongly no: timers of another TimeProvider; in a dump, how much it is overdue is only known at the least.
/// </summary>
internal sealed class OverdueTimer : IFinding
{
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(1);

    public string Name => "overdue-timer";

    public string Summary => "timers are past their time";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var waits = context.Graph.Nodes.Where(n => n is { IsDone: false, Kind: NodeKind.Promise }).Select(n => (Task: n, Late: -(TimeLeft.Of(n.Wait)?.Left ?? TimeSpan.Zero))).Where(w => w.Late >= s_late).ToList();
        var late = waits.Count > 0 ? waits.Max(w => w.Late) : TimeSpan.FromMilliseconds(context.Pool?.OverdueBy ?? 0);
        if (late < s_late)
            yield break;
        var count = Math.Max(waits.Count, context.Pool?.OverdueTimers ?? 0);
        yield return new Finding
        {
            Name = Name,
            Severity = FindingSeverity.Warning,
            Sentence = $"{Words.Count(count, "timer is", "timers are")} past {(count == 1 ? "its" : "their")} time, the most by {late}: nobody serves them.",
            Advice = "Timers fire on pool threads: see whether the pool is starved (thread-pool-starvation), or the whole process was stopped.",
            Tasks = [.. waits.Select(w => Waiting(w.Task))],
            Evidence = Words.OfTasks(waits.OrderByDescending(w => w.Late).Select(w => Waiting(w.Task)), t => $"{t}{(t.Method is null ? Words.None : Words.Say($" waits for {t.Wait}"))}"),
            OmittedEvidence = Math.Max(0, waits.Count - Limits.Text.Evidence),
        };
    }

    /// <summary>Gives the method that waits for a promise; the promise itself where there is none.</summary>
    private static TaskNode Waiting(TaskNode promise) =>
        promise.Continuations is [var only] && Waiter.Behind(only).Waiter is { Method: not null } method ? method : promise;
}
