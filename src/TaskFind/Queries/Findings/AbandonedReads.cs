using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Reads and timers that nobody awaits any more. Rule: <see cref="TaskNode.IsAbandoned"/>; one read of a channel, pipe, socket or semaphore is enough, since it swallows the next item, of
/// timers it takes a hundred. Wrongly yes: a promise that the program keeps to await it later. Wrongly no: one whose awaiting method is itself forgotten.
/// </summary>
internal sealed class AbandonedReads : IFinding
{
    private const int ManyTimers = 100;

    public string Name => "abandoned-reads";

    public string Summary => "reads and timers are awaited by nobody";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var abandoned = context.Graph.Nodes.Where(n => n.IsAbandoned && n.Wait is not null).Select(n => (Task: n, Wait: n.Wait!));
        foreach (var group in abandoned.Where(a => IsTimer(a.Wait) || IsRead(a.Wait)).GroupBy(a => WaitLikeness.Of(a.Wait)))
        {
            var (tasks, wait) = (group.Select(a => a.Task).ToList(), group.First().Wait);
            if (IsTimer(wait) && tasks.Count < ManyTimers)
                continue;
            yield return new Finding
            {
                Name = Name,
                Severity = FindingSeverity.Warning,
                Sentence = $"Nobody awaits {Words.Count(tasks.Count, "operation", "operations")} any more, {group.Select(a => a.Wait).Aggregate(WaitLikeness.Common)}{Words.If(!IsTimer(wait), $": they take what others wait for")}.",
                Advice = IsTimer(wait)
                    ? "Give the delay a token and cancel it when the other side of WhenAny wins, or use WaitAsync."
                    : "Keep the pending read and await it at the next turn of the loop, or give it a token and cancel it.",
                Tasks = tasks,
                Evidence = Words.OfTasks(tasks, t => $"{t}"),
                OmittedEvidence = Math.Max(0, tasks.Count - Limits.Text.Evidence),
            };
        }
    }

    private static bool IsTimer(Wait wait) => wait is DelayWait { IsInfinite: false } or ResourceWait { Resource: WaitKind.PeriodicTimer };

    private static bool IsRead(Wait wait) => wait is SemaphoreWait or ResourceWait { Resource: WaitKind.Channel or WaitKind.Pipe or WaitKind.Socket };
}
