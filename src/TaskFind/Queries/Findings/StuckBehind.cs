using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Many that wait behind one thing. Rule: ten tasks that wait for one semaphore, for room in one channel, for a connection of an HttpClient, or for one task, or four threads at one lock.
/// Who holds a lock is known, who holds a semaphore is inferred (<see cref="Groups.Holders"/>). Wrongly yes: a semaphore or task that is a signal, for which many wait in peace.
/// Wrongly no: things that are kept apart only by the program, as the connections of a database pool.
/// </summary>
internal sealed class StuckBehind : IFinding
{
    private const int ManyTasks = 10, ManyThreads = 4;

    /// <summary>The runtime's type of the source that a request waits for while all connections are in use (<c>System.Net.Http</c>).</summary>
    private const string ConnectionWaiter = "HttpConnectionWaiter";

    public string Name => "stuck-behind";

    public string Summary => "many wait behind one thing";

    public IEnumerable<Finding> Check(FindingContext context)
    {
        var queues = new Dictionary<(WaitKind Kind, ulong Address), Queue>();
        foreach (var node in context.Graph.Nodes)
        {
            if (node is { IsDone: false, Method: not null, Kind: not NodeKind.Delegate, Wait: { } wait } && Key(wait) is { } key)
                Of(queues, key, wait).Tasks.Add(node);
        }

        foreach (var thread in context.Graph.Threads)
        {
            if (thread.BlockedOn is SemaphoreWait or ResourceWait { Resource: WaitKind.Monitor or WaitKind.Lock } && Key(thread.BlockedOn) is { } key)
                Of(queues, key, thread.BlockedOn).Threads.Add(thread);
        }

        return queues.Values.Where(q => q.Tasks.Count + q.Threads.Count >= ManyTasks || q.Threads.Count >= ManyThreads).OrderByDescending(q => q.Tasks.Count + q.Threads.Count).Select(q => Of(q, context));
    }

    private static (WaitKind, ulong)? Key(Wait wait) => wait switch
    {
        SemaphoreWait { Semaphore: { } semaphore } => (WaitKind.Semaphore, semaphore.Value),
        ResourceWait { Resource: WaitKind.Channel, Owner: { } channel } write when write.Fact("write") is not null || write.Fact("waitToWrite") is not null => (WaitKind.Channel, channel.Value),
        CompletionSourceWait source when source.Type.Contains(ConnectionWaiter, StringComparison.Ordinal) => (WaitKind.HttpStream, 0),
        ResourceWait { Resource: WaitKind.Monitor or WaitKind.Lock } held => (held.Kind, held.Address.Value),
        TaskWait or CompletionSourceWait when !wait.Address.IsNull => (WaitKind.Task, wait.Address.Value),
        _ => null,
    };

    private static Queue Of(Dictionary<(WaitKind, ulong), Queue> queues, (WaitKind Kind, ulong) key, Wait wait)
    {
        if (!queues.TryGetValue(key, out var queue))
            queues.Add(key, queue = new Queue(key.Kind));
        queue.Wait = queue.Wait is null ? wait : wait is TaskWait ? wait : WaitLikeness.Common(queue.Wait, wait);
        return queue;
    }

    private Finding Of(Queue queue, FindingContext context)
    {
        var (holders, groups) = (context.Holders.Of(queue.Wait), TaskGroups.Of(queue.Tasks.Select(OfProgram), context.Leaves));
        FormattableString what = queue.Kind switch
        {
            WaitKind.HttpStream => $"a connection of an HttpClient",
            WaitKind.Channel => $"room in {queue.Wait}",
            _ => $"{queue.Wait}",
        };
        return new Finding
        {
            Name = Name,
            Severity = queue.Kind == WaitKind.Task ? FindingSeverity.Info : FindingSeverity.Warning,
            Sentence = $"{Who(queue)} wait for {what}{Held(queue, holders)}.",
            Advice = Advice(queue.Kind),
            Tasks = queue.Tasks,
            Threads = queue.Threads,
            Evidence =
            [
                .. Words.OfTasks(holders, h => $"held (inferred) by {h}"),
                .. Words.OfThreads(context.Graph.Threads.Where(t => t.Holds.Any(h => h.Address == queue.Wait!.Address)), t => $"held by {t}{(t.Frame is { } frame ? Words.Say($" in {frame}") : Words.None)}{(t.BlockedOn is { } blocked ? Words.Say($", which waits for {blocked}") : Words.None)}"),
                .. groups.Take(Limits.Text.Evidence).Select(g => new FindingEvidence($"{g.Tasks.Count} at {g.First}") { Task = g.First }),
                .. Words.OfThreads(queue.Threads, t => $"{t}{(t.Frame is { } frame ? Words.Say($" in {frame}") : Words.None)}"),
            ],
            OmittedEvidence = Math.Max(0, groups.Count - Limits.Text.Evidence),
        };
    }

    /// <summary>Gives the method of the program that waits by way of the framework's; the task itself where none is known.</summary>
    private static TaskNode OfProgram(TaskNode task)
    {
        var at = task;
        for (var hops = 0; hops < Limits.Graph.ChainHops && at.IsFramework; hops++)
        {
            if (at.Continuations is not [var only] || Waiter.Behind(only).Waiter is not { Method: not null } next)
                return task;
            at = next;
        }

        return at.IsFramework ? task : at;
    }

    private static FormattableString Who(Queue queue) => (queue.Tasks.Count, queue.Threads.Count) switch
    {
        (0, var threads) => $"{threads} threads",
        (var tasks, 0) => $"{tasks} tasks",
        var (tasks, threads) => $"{tasks} tasks and {Words.Count(threads, "thread", "threads")}",
    };

    private static FormattableString Held(Queue queue, IReadOnlyList<TaskNode> holders) => queue.Kind switch
    {
        WaitKind.Semaphore when holders.Count > 0 => $", held (inferred) by {holders[0]}{Words.If(holders.Count > 1, $" and {holders.Count - 1} more")}",
        WaitKind.Semaphore => $", and who holds it is not known",
        _ => Words.None,
    };

    private static string Advice(WaitKind kind) => kind switch
    {
        WaitKind.Semaphore => "See what its holder waits for; if nobody holds it, a Release is missing, or it is a signal that has not come.",
        WaitKind.Channel => "See what its readers wait for: they take less than is written.",
        WaitKind.HttpStream => "See what the requests that have a connection wait for, or raise SocketsHttpHandler.MaxConnectionsPerServer.",
        WaitKind.Monitor or WaitKind.Lock => "See what the thread that holds it does, and do less under the lock.",
        _ => "See what that one task waits for; it may be a signal, for which many wait in peace.",
    };

    private sealed class Queue(WaitKind kind)
    {
        public WaitKind Kind => kind;

        public Wait? Wait { get; set; }

        public List<TaskNode> Tasks { get; } = [];

        public List<TaskThread> Threads { get; } = [];
    }
}
