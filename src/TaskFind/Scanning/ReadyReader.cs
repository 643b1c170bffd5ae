using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Tells where something that is ready to run waits for its turn: in the thread pool, on a scheduler, or posted to a context.</summary>
internal sealed class ReadyReader
{
    private readonly TaskGraphBuilder _builder;
    private readonly HeapImage _image;
    private readonly NodeIndex _nodes;
    private readonly PoolReader _pool;
    private readonly Dictionary<int, ulong> _ownerOf = [];
    private readonly Dictionary<int, int> _taskOf = [];

    public ReadyReader(TaskGraphBuilder builder, HeapImage image, NodeIndex nodes, ContinuationResolver resolver, PoolReader pool)
    {
        (_builder, _image, _nodes, _pool) = (builder, image, nodes, pool);
        foreach (var (held, owner) in image.Held)
        {
            if (resolver.NodeOf(held) is >= 0 and var node)
                _ownerOf.TryAdd(node, owner);
        }

        // A scheduler runs a continuation by a task of its own.
        for (var i = 0; i < builder.Count; i++)
        {
            if (IsQueuedTask(builder[i]) && Resumed(i, resolver) is >= 0 and var resumed)
                _taskOf.TryAdd(resumed, i);
        }
    }

    /// <summary>Tells whether the pool is about to run a node.</summary>
    public bool IsInPool(ulong address) => _nodes.Find(address) is >= 0 and var node && _pool.PlaceOf(node) is not null;

    /// <summary>Writes into the row of a node that is ready what it waits for in truth: its turn.</summary>
    public void Describe(int ordinal)
    {
        ref var node = ref _builder[ordinal];
        if (node.Point >= 0 && _builder.PointAt(node.Point).Kind == AwaitPointKind.Queued && Place(ordinal) is >= 0 and var wait)
            node.Wait = wait;
    }

    /// <summary>Gives the node that a task of the runtime's own runs: its delegate's, or the one that it hands to its delegate.</summary>
    private int Resumed(int node, ContinuationResolver resolver)
    {
        if (!TaskAt(node, out var task, out var layout))
            return -1;
        var resumed = resolver.NodeOf(UserDelegates.Of(_image.Store, _image.Delegates, task, layout));
        return resumed < 0 && (_builder[node].Flags & NodeFlags.Framework) != 0 ? _nodes.Find(layout.Task.State(task)) : resumed;
    }

    private int Place(int node)
    {
        if (_pool.PlaceOf(node) is { } place)
            return InPool(place);
        if (_taskOf.TryGetValue(node, out var task))
            return _pool.PlaceOf(task) is { } indirect ? InPool(indirect) : OnScheduler(SchedulerOf(task));
        if (IsQueuedTask(_builder[node]) && OnScheduler(SchedulerOf(node)) is >= 0 and var scheduled)
            return scheduled;
        return _ownerOf.TryGetValue(node, out var owner) ? OnScheduler(owner) : -1;
    }

    private int InPool(QueuedPlace place)
    {
        var facts = new List<WaitFact> { WaitFact.Flag(place.Queue) };
        if (place.Thread != 0)
            facts.Add(WaitFact.Of("thread", place.Thread));
        facts.Add(WaitFact.Share("position", place.Position, place.Items));
        return Add(WaitKind.ThreadPool, 0, "ThreadPool", [.. facts]);
    }

    private int OnScheduler(ulong address)
    {
        if (!_image.Store.TryGet<SchedulerLayout>(address, out var o, out var layout) || layout.IsPool)
            return -1;
        if (_image.Store.TryGet<SchedulerLayout>(layout.Context(o), out var context, out _))
            return Posted(context);
        if (layout.IsContext)
            return Posted(o);
        return layout.IsPair
            ? Add(WaitKind.Scheduler, address, "ConcurrentExclusiveSchedulerPair", [WaitFact.Flag(layout.IsExclusive(o) ? "exclusive" : "concurrent"), WaitFact.Flag("queued")])
            : Add(WaitKind.Scheduler, address, "TaskScheduler", [WaitFact.Label("type", o.Type.DisplayName), WaitFact.Flag("queued")]);
    }

    private int Posted(in ObjectBytes context) =>
        Add(WaitKind.SynchronizationContext, context.Address, "SynchronizationContext", [WaitFact.Label("type", context.Type.DisplayName), WaitFact.Flag("posted")]);

    private int Add(WaitKind kind, ulong address, string name, ReadOnlySpan<WaitFact> facts) =>
        _builder.Add(new WaitRow { Kind = kind, Address = address, Type = _builder.Intern(name) }, facts);

    private ulong SchedulerOf(int node) => TaskAt(node, out var task, out var layout) ? layout.Task.Scheduler(task) : 0;

    private bool TaskAt(int node, out ObjectBytes task, out TaskObjectLayout layout)
    {
        task = _image.Store.Roots.BytesOf(_nodes.RootOf(node));
        layout = (task.Type.Layout as TaskObjectLayout)!;
        return layout is not null;
    }

    private static bool IsQueuedTask(in NodeRow node) => node.Kind == NodeKind.Delegate && (TaskStatus)node.Status == TaskStatus.WaitingToRun;
}
