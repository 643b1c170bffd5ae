using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>
/// Finds the tasks of one look again in a later one at the same process. Rule: the same Task.Id and type; else the same address, type, await and awaited object.
/// What fits several is matched with none. Wrongly no: a task without an id that a garbage collection has moved, or that has gone on. Wrongly yes: a
/// collection has put another task of that method, and the object that this one awaits, exactly where the first pair lay.
/// </summary>
internal sealed class TaskMatching
{
    private const int Nobody = -1, Several = -2;
    private readonly int[] _beforeOf, _afterOf;

    private TaskMatching(TaskGraph before, TaskGraph after)
    {
        (Before, After) = (before, after);
        _beforeOf = Enumerable.Repeat(Nobody, after.Count).ToArray();
        _afterOf = Enumerable.Repeat(Nobody, before.Count).ToArray();
        IsSameProcess = AreSame(before.Target, after.Target);
        if (!IsSameProcess)
            return;
        ById();
        ByAddress();
    }

    /// <summary>Gets the look before.</summary>
    public TaskGraph Before { get; }

    /// <summary>Gets the look after.</summary>
    public TaskGraph After { get; }

    /// <summary>Gets the numbers of the places of both looks.</summary>
    public Places Places { get; } = new();

    /// <summary>
    /// Gets whether both looks were at one process, which has the same id and name, and its runtime at the same place in memory: of another one, addresses and ids mean
    /// something else, and nothing is matched. Wrongly yes: it was restarted, has got its id again, as in a container it does, and the system does not choose places
    /// (ASLR is off), or one is an older capture. Wrongly no: never, the runtime does not move.
    /// </summary>
    public bool IsSameProcess { get; }

    /// <summary>Compares two looks, the earlier one first.</summary>
    public static TaskMatching Of(TaskGraph before, TaskGraph after) => new(before, after);

    /// <summary>Gives the task before that is a task after; null when none is known to be.</summary>
    public TaskNode? BeforeOf(TaskNode after) => _beforeOf[after.Ordinal.Value] is >= 0 and var before ? Before[new NodeOrdinal(before)] : null;

    /// <summary>Gives the task after that is a task before; null when none is known to be.</summary>
    public TaskNode? AfterOf(TaskNode before) => _afterOf[before.Ordinal.Value] is >= 0 and var after ? After[new NodeOrdinal(after)] : null;

    /// <summary>Tells whether a task after is known to stand at the await, on the object, at which it stood before: it need not have stood there all the time.</summary>
    public bool StandsStill(TaskNode after) =>
        BeforeOf(after) is { } before && IsAtAwait(before) && IsAtAwait(after) && Places.Of(before) == Places.Of(after) && IsSameAwaited(before, after);

    /// <summary>Tells whether two looks were at one process.</summary>
    public static bool AreSame(TargetInfo before, TargetInfo after) =>
        before.Pid is { } pid && pid == after.Pid && before.Name == after.Name && before.Runtime == after.Runtime
        && (before.RuntimeBase == after.RuntimeBase || before.RuntimeBase == 0 || after.RuntimeBase == 0);

    private static bool IsAtAwait(TaskNode node) => node is { IsDone: false, Point.Kind: AwaitPointKind.Awaiting or AwaitPointKind.Queued } && Awaited(node) != 0;

    private static ulong Awaited(TaskNode node) => node.Awaits?.Address.Value ?? node.Wait?.Address.Value ?? 0;

    // What is awaited may be a task itself, which has moved and is known by its id.
    private bool IsSameAwaited(TaskNode before, TaskNode after) =>
        Awaited(before) == Awaited(after) || (before.Awaits is { } was && after.Awaits is { } now && BeforeOf(now) == was);

    private void ById()
    {
        var (olds, news) = (Ids(Before), Ids(After));
        foreach (var (id, old) in olds)
        {
            if (old != Several && news.TryGetValue(id, out var now) && now != Several && NodeBefore(old).Type == NodeAfter(now).Type)
                (_afterOf[old], _beforeOf[now]) = (now, old);
        }
    }

    // An id is given when somebody asks for it, and never taken away: a task that has got one may have had none before, not the other way round.
    private void ByAddress()
    {
        var (olds, news) = (Addresses(Before), Addresses(After));
        foreach (var (address, old) in olds)
        {
            if (old == Several || !news.TryGetValue(address, out var now) || now == Several || _afterOf[old] != Nobody || _beforeOf[now] != Nobody)
                continue;
            var (before, after) = (NodeBefore(old), NodeAfter(now));
            if (before.Id is null && before.Type == after.Type && Places.Of(before) == Places.Of(after) && Awaited(before) == Awaited(after))
                (_afterOf[old], _beforeOf[now]) = (now, old);
        }
    }

    private static Dictionary<int, int> Ids(TaskGraph graph) => Unique(graph.Nodes.Where(n => n.Id is not null), n => n.Id!.Value.Value);

    private static Dictionary<ulong, int> Addresses(TaskGraph graph) => Unique(graph.Nodes.Where(n => n.MethodIndex >= 0 && IsAtAwait(n)), n => n.Address.Value);

    private static Dictionary<TKey, int> Unique<TKey>(IEnumerable<TaskNode> nodes, Func<TaskNode, TKey> key)
        where TKey : notnull
    {
        var unique = new Dictionary<TKey, int>();
        foreach (var node in nodes)
        {
            if (!unique.TryAdd(key(node), node.Ordinal.Value))
                unique[key(node)] = Several;
        }

        return unique;
    }

    private TaskNode NodeBefore(int ordinal) => Before[new NodeOrdinal(ordinal)];

    private TaskNode NodeAfter(int ordinal) => After[new NodeOrdinal(ordinal)];
}
