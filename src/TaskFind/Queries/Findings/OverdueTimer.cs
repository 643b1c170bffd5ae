using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Timers that are past their time and have not fired. Rule: a delay, time out or periodic timer that is a second overdue. Wrongly yes: a process that was itself stopped a moment ago.
/// Wrongly no: timers of another TimeProvider. A dump does not tell when it was written: where the pool is busy with a full queue, it cannot be told whether a timer is late.
/// </summary>
internal sealed class OverdueTimer : IFinding
{
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(1);

    public string Name => "overdue-timer";

    public string Summary => "timers are past their time";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var timers = context.Graph.Nodes.Where(n => n is { IsDone: false, Kind: NodeKind.Promise }).Select(n => (Task: n, Time: TimeLeft.Of(n.Wait))).Where(t => t.Time is not null).ToList();
        var late = timers.FindAll(t => -t.Time!.Value.Left >= s_late).OrderBy(t => t.Time!.Value.Left).Select(t => t.Task).ToList();
        var most = late.Count > 0 ? -timers.Min(t => t.Time!.Value.Left) : TimeSpan.FromMilliseconds(context.Pool?.OverdueBy ?? 0);
        if (most >= s_late)
            yield return Found(Math.Max(late.Count, context.Pool?.OverdueTimers ?? 0), most, late);
        else if (timers.Exists(t => t.Time!.Value.IsBound) && context.Pool is { Queued: > 0, Busy: { } busy, Workers: { } workers } && busy >= workers)
            yield return Unknown(timers.Count);
    }

    private Finding Found(long count, TimeSpan most, List<TaskNode> late) => new()
    {
        Name = Name,
        Severity = FindingSeverity.Warning,
        Sentence = $"{Words.Count(count, "timer is", "timers are")} past {(count == 1 ? "its" : "their")} time, the most by {most}: nobody serves {(count == 1 ? "it" : "them")}.",
        Advice = "Timers fire on pool threads: see whether the pool is starved (thread-pool-starvation), or the whole process was stopped.",
        Tasks = [.. late.Select(Waiting)],
        Evidence = Words.OfTasks(late.Select(Waiting), t => $"{t}{(t.Method is null ? Words.None : Words.Say($" waits for {t.Wait}"))}"),
        OmittedEvidence = Math.Max(0, late.Count - Limits.Text.Evidence),
    };

    private Finding Unknown(int count) => new()
    {
        Name = Name,
        Severity = FindingSeverity.Info,
        IsUnknown = true,
        Sentence = $"No worker of the pool is idle, and whether {Words.Count(count, "timer is", "timers are")} late, a dump does not tell: it has no clock.",
        Advice = "Look at the process while it runs.",
    };

    /// <summary>Gives the method that waits for a promise; the promise itself where there is none.</summary>
    private static TaskNode Waiting(TaskNode promise) =>
        promise.Continuations is [var only] && Waiter.Behind(only).Waiter is { Method: not null } method ? method : promise;
}
