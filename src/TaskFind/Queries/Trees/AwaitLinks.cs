using TaskFind.Model;

namespace TaskFind.Queries.Trees;

/// <summary>Who waits for whom, in one list of edges: the nodes of a graph by ordinal, then its threads. Links without a meaning of their own are left out.</summary>
internal sealed class AwaitLinks : IWaitGraph
{
    private const int Unknown = -2, OnPath = -3;
    private readonly TaskGraph _graph;
    private readonly bool _framework;
    private readonly int[][] _below;
    private readonly Wait?[] _waits;
    private readonly int[] _through;
    private readonly bool[] _behind;

    public AwaitLinks(TaskGraph graph, bool framework)
    {
        (_graph, _framework) = (graph, framework);
        Count = graph.Count + graph.Threads.Count;
        _below = new int[Count][];
        _waits = new Wait?[Count];
        _through = new int[Count];
        _behind = new bool[Count];
        Array.Fill(_below, []);
        Array.Fill(_through, Unknown);
        for (var i = 0; i < graph.Count; i++)
            _below[i] = IsShown(i) ? Under(i) : [];
        AddThreads();
    }

    /// <summary>Gets how many nodes and threads there are.</summary>
    public int Count { get; }

    /// <summary>Gets the graph.</summary>
    public TaskGraph Graph => _graph;

    /// <summary>Gets whether the methods of the framework are lines too.</summary>
    public bool HasFramework => _framework;

    /// <summary>Gives whom one waits for.</summary>
    public IReadOnlyList<int> Below(int item) => _below[item];

    /// <inheritdoc/>
    public bool Has(int item) => IsLine(item);

    /// <summary>Gives the resource that one waits for; for a join of several tasks, the join itself.</summary>
    public Wait? Resource(int item) => _waits[item];

    /// <summary>Gives the thread that an item is; null when it is a node.</summary>
    public TaskThread? Thread(int item) => item < _graph.Count ? null : _graph.Threads[item - _graph.Count];

    /// <summary>Gives the node that an item is, which must not be a thread.</summary>
    public TaskNode Node(int item) => _graph[new NodeOrdinal(item)];

    /// <summary>Tells whether it can be a line: a method or a join that is not done, or a thread that is blocked.</summary>
    public bool IsLine(int item) => Thread(item) is { } thread ? thread.BlockedOn is not null : IsShown(item);

    /// <summary>Tells whether it is a method of the framework.</summary>
    public bool IsFramework(int item) => item < _graph.Count && Node(item).IsFramework;

    /// <summary>Tells whether somebody waits for it by way of methods of the framework that are no lines.</summary>
    public bool IsBehindFramework(int item) => _behind[item];

    private bool IsShown(int item) => Node(item) is { IsDone: false } node && (node.Method is not null || JoinOf(node).Count > 0);

    private int[] Under(int item)
    {
        var node = Node(item);
        if (node.Method is null)
        {
            _waits[item] = node.Wait;
            return [.. JoinOf(node).Select(Through).Where(i => i >= 0 && i != item).Distinct()];
        }

        if (node.Awaits is { } next && Through(next) is >= 0 and var target)
            return [target];
        _waits[item] = node.Wait is TaskWait ? null : node.Wait;
        return [];
    }

    // A blocked thread waits for a task, or for the thread that holds its lock; the task that it runs meanwhile waits for it.
    private void AddThreads()
    {
        var holders = new Dictionary<ObjectAddress, int>();
        for (var i = 0; i < _graph.Threads.Count; i++)
        {
            foreach (var held in _graph.Threads[i].Holds)
                holders.TryAdd(held.Address, _graph.Count + i);
        }

        for (var item = _graph.Count; item < Count; item++)
        {
            if (Thread(item) is not { BlockedOn: { } wait } thread)
                continue;
            if (_graph.At(wait.Address) is { } node && Through(node) is >= 0 and var target)
                _below[item] = [target];
            else
                (_waits[item], _below[item]) = (wait is TaskWait ? null : wait, Holding(wait, item, holders));
            if (thread.Runs is { } runs && Through(runs) is >= 0 and var run && !_below[run].Contains(item))
                _below[run] = [.. _below[run], item];
        }
    }

    private int[] Holding(Wait wait, int item, Dictionary<ObjectAddress, int> holders)
    {
        if (!wait.Address.IsNull && holders.TryGetValue(wait.Address, out var holder) && holder != item && IsLine(holder))
            return [holder];
        return wait is ResourceWait { Tasks: { Count: > 0 } tasks } ? [.. tasks.Select(Through).Where(i => i >= 0).Distinct()] : [];
    }

    private int Through(TaskNode start)
    {
        var passed = new List<int>();
        var (end, isBehind) = Pass(start, passed);
        foreach (var item in passed)
            _through[item] = end;
        if (isBehind && end >= 0)
            _behind[end] = true;
        return end;
    }

    // Passes over links and, unless asked for, methods of the framework that themselves wait for a line; those that wait in a circle are gone round once.
    private (int End, bool IsBehind) Pass(TaskNode node, List<int> passed)
    {
        var isBehind = false;
        while (true)
        {
            var item = node.Ordinal.Value;
            if (node.IsDone)
                return (-1, isBehind);
            if (_through[item] == OnPath)
                return (IsShown(item) ? item : -1, isBehind);
            if (_through[item] != Unknown)
                return (_through[item], isBehind);
            var isLine = IsShown(item);
            if (isLine && (_framework || !node.IsFramework))
                return (item, isBehind);
            if (node.Awaits is not { IsDone: false } next || (!IsShown(next.Ordinal.Value) && next.Awaits is null))
                return (isLine ? item : -1, isBehind);
            passed.Add(item);
            _through[item] = OnPath;
            isBehind |= isLine;
            node = next;
        }
    }

    private static IReadOnlyList<TaskNode> JoinOf(TaskNode node) => node.Method is null && node.HasOwnWait ? node.Wait?.Joined ?? [] : [];
}
