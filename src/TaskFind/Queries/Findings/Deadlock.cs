using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>Tasks and threads that wait for each other in a circle which nothing outside can open: see <see cref="DeadWaits"/> for the rule, and for what it gets wrong.</summary>
internal sealed class Deadlock : IFinding
{
    public string Name => "deadlock";

    public string Summary => "wait for each other in a circle that nothing can open";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var dead = context.Dead;
        foreach (var circle in DeadCircle.In(dead))
        {
            var items = circle.Items;
            var (sentence, advice) = Say(dead, items);
            yield return new Finding
            {
                Name = Name,
                Severity = FindingSeverity.Error,
                Sentence = circle.Behind == 0 ? sentence : $"{sentence} {Words.Count(circle.Behind, "task outside waits", "tasks outside wait")} for them.",
                Advice = advice,
                Tasks = [.. items.Where(i => dead.Thread(i) is null).Select(dead.Node)],
                Threads = [.. items.Select(dead.Thread).OfType<TaskThread>()],
                Evidence = [.. items.Take(Limits.Text.Evidence).Select((item, at) => Step(dead, item, items[(at + 1) % items.Count]))],
                OmittedEvidence = Math.Max(0, items.Count - Limits.Text.Evidence),
            };
        }
    }

    private static (FormattableString Sentence, string Advice) Say(DeadWaits dead, IReadOnlyList<int> items)
    {
        var posted = items.Where(i => Is<ResourceWait>(dead, i) is { Resource: WaitKind.SynchronizationContext }).Select(i => (int?)i).FirstOrDefault();
        if (posted is { } on)
        {
            return ($"{dead.Node(on)} can go on only in {Is<ResourceWait>(dead, on)!}, and the thread that serves it is blocked until that is done.",
                "Await the task instead of blocking on it (.Result, .Wait(), GetAwaiter().GetResult()), or let the awaited method leave the context with ConfigureAwait(false).");
        }

        var threads = items.Count(i => dead.Thread(i) is not null);
        if (items.Select(i => Is<SemaphoreWait>(dead, i)).FirstOrDefault(w => w is not null) is { } semaphore)
        {
            return ($"{semaphore} is waited for by what its holder (inferred) itself waits for: an asynchronous lock was taken twice.",
                "Release the semaphore before the call, or give the inner method a variant that expects the lock to be held: SemaphoreSlim does not know who holds it, and lets nobody in twice.");
        }

        if (threads == items.Count)
        {
            return ($"{Words.Count(threads, "thread waits", "threads wait")} for each other's locks.",
                "Take the locks in one order everywhere, or hold one at a time.");
        }

        if (threads > 0)
        {
            return ($"{Words.Count(items.Count - threads, "task", "tasks")} and {Words.Count(threads, "blocked thread", "blocked threads")} wait for each other, and none can go on.",
                "Await the task instead of blocking a thread on it, and hold no lock while waiting for a task.");
        }

        return (items.Count == 1 ? Words.Say($"{dead.Node(items[0])} waits for itself.") : Words.Say($"{items.Count} tasks wait for each other, and none can go on."),
            "One of them must not await the other: let a third one await both, or hand the result over in another way.");
    }

    private static FindingEvidence Step(DeadWaits dead, int item, int next)
    {
        FormattableString to = dead.Thread(next) is { } target ? Words.Say($"{target}") : Words.Say($"{dead.Node(next)}");
        if (dead.Thread(item) is { } thread)
            return new FindingEvidence($"{thread} is blocked on {Lock(thread)}{to}{At(thread)}") { Thread = thread };
        var node = dead.Node(item);
        if (dead.Thread(next) is not null && node.Thread is not null)
            return new FindingEvidence($"{node}") { Task = node };
        return new FindingEvidence($"{node} {Verb(dead, item, next)} {to}") { Task = node };
    }

    private static string Verb(DeadWaits dead, int item, int next) =>
        Is<SemaphoreWait>(dead, item) is not null ? "is held (inferred) by" : dead.Thread(next) is null ? "waits for" : "can go on only on";

    private static FormattableString Lock(TaskThread thread) => thread.BlockedOn is ResourceWait { Resource: WaitKind.Monitor or WaitKind.Lock } held ? $"{held}, held by " : Words.None;

    private static FormattableString At(TaskThread thread) => thread.Frame is { } frame ? $", in {frame}" : Words.None;

    private static T? Is<T>(DeadWaits dead, int item)
        where T : Wait => dead.Thread(item) is null && dead.Node(item) is { Method: null } or { Point.Kind: AwaitPointKind.Queued } ? dead.Node(item).Wait as T : null;
}
