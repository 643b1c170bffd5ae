using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>
/// A thread pool that does not get round to its work. Rule: items are queued, no worker is idle, and at least one sign more: no item was taken for half a second, a timer is a second
/// overdue, or three quarters of the busy workers are blocked. Wrongly yes: a process that was itself stopped (SIGSTOP, a suspended machine) a moment ago. Wrongly no: in a dump, which has no sure clock,
/// workers that compute.
/// </summary>
internal sealed class Starvation : IFinding
{
    private const int NothingTakenMilliseconds = 500, OverdueMilliseconds = 1000;

    public string Name => "thread-pool-starvation";

    public string Summary => "the thread pool does not get round to its work";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var workers = context.Workers.ToList();
        var blocked = workers.FindAll(t => t.BlockedOn is not null);
        if (context.Pool is not { Queued: { } queued, Busy: { } busy, Workers: { } count } pool)
        {
            if (blocked.Count > 0)
                yield return Unknown(blocked);
            yield break;
        }

        var isSlow = pool.SinceDequeue >= NothingTakenMilliseconds;
        var isLate = pool.OverdueBy >= OverdueMilliseconds;
        var areBlocked = blocked.Count > 0 && blocked.Count * 4 >= busy * 3;
        if (queued == 0 || busy < count || count == 0 || !(isSlow || isLate || areBlocked))
            yield break;
        FormattableString taken = isSlow ? $", nothing taken for {Time(pool.SinceDequeue!.Value)}" : Words.None;
        FormattableString late = isLate ? $", {Words.Count(pool.OverdueTimers ?? 1, "timer", "timers")} overdue, the most by {Time(pool.OverdueBy!.Value)}" : Words.None;
        var groups = ThreadGroup.Of(blocked);
        yield return new Finding
        {
            Name = Name,
            Severity = FindingSeverity.Error,
            Sentence = $"{Words.Count(queued, "item is", "items are")} queued and none of the pool's {Words.Count(count, "worker", "workers")} is idle{taken}{late}; {Blockers(blocked.Count, busy)}.",
            Advice = blocked.Count > 0
                ? "Let the methods below await instead of blocking; until then, a higher minimum of workers (DOTNET_ThreadPool_MinThreads, in hexadecimal) hides it."
                : "The workers compute: hand long computations to threads of their own (TaskCreationOptions.LongRunning), or do them in pieces.",
            Threads = blocked.Count > 0 ? blocked : workers,
            Evidence = groups.Count > 0
                ? [.. groups.Take(Limits.Text.Evidence).Select(Blocker)]
                : Words.OfThreads(workers.Where(w => w.Frame is not null), w => $"{w} runs {w.Frame}"),
            OmittedEvidence = Math.Max(0, groups.Count - Limits.Text.Evidence),
        };
    }

    private static FormattableString Blockers(int blocked, int busy) => blocked == 0 ? Words.Say($"all of them run") : Words.Say($"{blocked} of {busy} busy ones are blocked");

    private static FindingEvidence Blocker(ThreadGroup group) =>
        new($"{group.Threads} blocked on {group.BlockedOn}{(group.First.Frame is { } frame ? Words.Say($", in {frame}") : Words.None)}") { Thread = group.First };

    private static TimeSpan Time(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private Finding Unknown(List<TaskThread> blocked) => new()
    {
        Name = Name,
        Severity = FindingSeverity.Info,
        IsUnknown = true,
        Sentence = $"{Words.Count(blocked.Count, "worker of the pool is", "workers of the pool are")} blocked, and the pool's queues could not be read.",
        Advice = "Look at the process alive, or at a full dump.",
        Threads = blocked,
    };
}
