using TaskFind.Model;
using TaskFind.Queries.Groups;
using TaskFind.Queries.Trees;

namespace TaskFind.Queries.Findings;

/// <summary>
/// Tells which tasks and threads nothing outside can bring to go on. Rule: alive is what is done, what runs, and what waits for anything but the things below; what waits
/// for several (WhenAll) when all of them are alive, what waits for one of several (WhenAny, a semaphore with several holders, a context that several threads serve) when one
/// is; the rest is dead. Dead, then, is only what hangs on a circle of tasks, joins, semaphores with known holders, locks, and threads that are blocked on these.
/// Wrongly yes: a semaphore whose holder was inferred wrongly, a wait that a token can end. Wrongly no: a circle over a TaskCompletionSource, a channel or an event, whose other end nobody knows.
/// </summary>
internal sealed class DeadWaits : IWaitGraph
{
    private static readonly int[] s_none = [];
    private readonly TaskGraph _graph;
    private readonly Holders _holders;
    private readonly int[][] _below;
    private readonly bool[] _isAny, _isDead;
    private readonly Dictionary<ObjectAddress, int> _lockHolders = [];
    private readonly Dictionary<ObjectAddress, int[]> _contexts;
    private readonly Dictionary<int, int> _threads = [];

    public DeadWaits(TaskGraph graph, Holders holders)
    {
        (_graph, _holders, Count) = (graph, holders, graph.Count + graph.Threads.Count);
        (_below, _isAny, _isDead) = (new int[Count][], new bool[Count], new bool[Count]);
        for (var i = 0; i < graph.Threads.Count; i++)
        {
            _threads[graph.Threads[i].ManagedId] = graph.Count + i;
            foreach (var held in graph.Threads[i].Holds)
                _lockHolders.TryAdd(held.Address, graph.Count + i);
        }

        _contexts = graph.Threads.Select((t, i) => (t.Context, Item: graph.Count + i)).Where(t => t.Context is not null)
            .GroupBy(t => t.Context!.Value).ToDictionary(g => g.Key, g => g.Select(t => t.Item).ToArray());
        for (var i = 0; i < Count; i++)
            _below[i] = Thread(i) is { } thread ? OfThread(i, thread) : OfNode(i);
        Spread();
        for (var i = 0; i < Count; i++)
            _below[i] = _isDead[i] ? Array.FindAll(_below[i], b => _isDead[b]) : s_none;
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>Gives the thread that an item is; null when it is a node.</summary>
    public TaskThread? Thread(int item) => item < _graph.Count ? null : _graph.Threads[item - _graph.Count];

    /// <summary>Gives the node that an item is, which must not be a thread.</summary>
    public TaskNode Node(int item) => _graph[new NodeOrdinal(item)];

    /// <inheritdoc/>
    public bool Has(int item) => _isDead[item];

    /// <summary>Gives what a dead item waits for, as far as that is dead too.</summary>
    public IReadOnlyList<int> Below(int item) => _below[item];

    private int[] OfNode(int item)
    {
        ref readonly var row = ref _graph.RowAt(item);
        if (row.State is TaskState.Finished or TaskState.Cancelled)
            return s_none;
        if (row.Wait >= 0 && !(row.Awaits >= 0 && _graph.IsOnTheWay(row.Wait)))
            return OfWait(item, _graph.WaitAt(row.Wait));
        if (row.Wait >= 0 && HasTimer(_graph.FactsAt(row.Wait)))
            return s_none;
        return row.Awaits >= 0 ? [row.Awaits] : Node(item).Thread is { } runner && _threads.TryGetValue(runner, out var thread) ? [thread] : s_none;
    }

    private int[] OfThread(int item, TaskThread thread) => thread.BlockedOn switch
    {
        null => s_none,
        TaskWait task => [task.Target.Ordinal.Value],
        { Address.IsNull: false } wait when _graph.At(wait.Address) is { } node => [node.Ordinal.Value],
        ResourceWait { Resource: WaitKind.Event, Tasks: { Count: > 0 } tasks } => Items(tasks),
        var wait => OfWait(item, wait),
    };

    private int[] OfWait(int item, Wait wait)
    {
        switch (wait)
        {
            case WhenAllWait all:
                return Items(all.Tasks);
            case WhenAnyWait any when any.Tasks.Count == any.Of:
                return Any(item, Items(any.Tasks));
            case SemaphoreWait:
                return Any(item, Items(_holders.Of(wait)));
            case ResourceWait { Resource: WaitKind.SynchronizationContext } when _contexts.TryGetValue(wait.Address, out var pumps):
                return Any(item, pumps);
            case ResourceWait { Resource: WaitKind.Monitor or WaitKind.Lock } when _lockHolders.TryGetValue(wait.Address, out var holder) && holder != item:
                return [holder];
            default:
                return s_none;
        }
    }

    private int[] Any(int item, int[] items)
    {
        _isAny[item] = true;
        return items;
    }

    private static int[] Items(IReadOnlyList<TaskNode> nodes) => [.. nodes.Select(n => n.Ordinal.Value)];

    private static bool HasTimer(IReadOnlyList<WaitFact> facts) => facts.Any(f => f.Key is "left" or "overdue" or "cancel");

    // Life goes from what is waited for to those who wait: each edge is passed once.
    private void Spread()
    {
        var (missing, alive) = (new int[Count], new Stack<int>());
        var above = new List<int>?[Count];
        for (var i = 0; i < Count; i++)
        {
            missing[i] = _isAny[i] ? Math.Min(1, _below[i].Length) : _below[i].Length;
            _isDead[i] = missing[i] > 0;
            if (!_isDead[i])
                alive.Push(i);
            foreach (var child in _below[i])
                (above[child] ??= []).Add(i);
        }

        while (alive.TryPop(out var item))
        {
            foreach (var waiter in above[item] ?? [])
            {
                if (!_isDead[waiter] || --missing[waiter] > 0)
                    continue;
                _isDead[waiter] = false;
                alive.Push(waiter);
            }
        }
    }
}
