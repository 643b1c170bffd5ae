using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Threads that are blocked on tasks. Rule: a thread in Wait, Result, GetResult, WaitAll or WaitAny; of other threads than the pool's only where a method of the program itself
/// blocks. Wrongly yes: a thread of the program's own that is made for such waits. Wrongly no: a thread blocked on an event that a task sets.
/// </summary>
internal sealed class SyncOverAsync : IFinding
{
    public string Name => "sync-over-async";

    public string Summary => "threads are blocked on tasks";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var blocked = context.Graph.Threads.Where(t => IsOnTask(t) && (t.IsPool || IsByProgram(t)));
        foreach (var group in blocked.GroupBy(t => t.IsPool).OrderByDescending(g => g.Key).SelectMany(g => ThreadGroup.Of(g)))
        {
            var (first, isPool) = (group.First, group.First.IsPool);
            var same = group.Threads.GroupBy(t => t.BlockedOn!.Address).ToList();
            FormattableString where = first.Frame is { } frame ? $", in {frame}" : Words.None;
            FormattableString pool = isPool ? $" of the pool" : Words.None;
            yield return new Finding
            {
                Name = Name,
                Severity = isPool ? FindingSeverity.Warning : FindingSeverity.Info,
                Sentence = $"{group.Threads}{pool} {(group.Threads.Count == 1 ? "is" : "are")} blocked on {group.BlockedOn}{where}.",
                Advice = "Make the method async and await the task; a blocked pool thread serves nobody, and the pool adds only one or two threads a second.",
                Threads = group.Threads,
                Tasks = [.. group.Threads.Select(t => t.BlockedOn).OfType<TaskWait>().Select(w => w.Target).Distinct()],
                Evidence = [.. same.Take(Limits.Text.Evidence).Select(Together)],
                OmittedEvidence = Math.Max(0, same.Count - Limits.Text.Evidence),
            };
        }
    }

    private static FindingEvidence Together(IEnumerable<TaskThread> same)
    {
        var threads = same.ToList();
        FormattableString who = threads.Count == 1 ? Words.Say($"{threads[0]} waits") : Words.Say($"threads {string.Join(", ", threads.Take(Limits.Text.Evidence).Select(t => t.ManagedId))}{Words.If(threads.Count > Limits.Text.Evidence, $", <{threads.Count - Limits.Text.Evidence} more>")} wait");
        return new FindingEvidence($"{who} for {threads[0].BlockedOn}{Behind(threads[0])}") { Thread = threads[0] };
    }

    private static FormattableString Behind(TaskThread thread) =>
        thread.BlockedOn is TaskWait { Target: { IsDone: false, Wait: not null } target } ? Words.Say($", which waits for {new WaitsOf(target)}") : Words.None;

    /// <summary>Tells whether a thread is blocked on a task, or on several at once.</summary>
    public static bool IsOnTask(TaskThread thread) => thread.BlockedOn is TaskWait or CompletionSourceWait or DelayWait or WhenAllWait or WhenAnyWait or ResourceWait { Resource: WaitKind.Event, Tasks.Count: > 0 };

    /// <summary>
    /// Tells whether the program itself blocks: the method that called the framework's waiting ones is its own, and not the entry point, be it the one that the compiler makes of an
    /// async Main: the main thread has nothing else to do, unless it serves a context. The host's Run, in which every service's main thread stands, is the framework's.
    /// </summary>
    private static bool IsByProgram(TaskThread thread)
    {
        var caller = thread.Frames.FirstOrDefault(f => !(f.Method.IsFramework && f.Method.Namespace is "System.Threading.Tasks" or "System.Threading" or "System.Runtime.CompilerServices"));
        return caller?.Method is { IsFramework: false } method && !(method.Name == "Main" && thread.Context is null);
    }
}
