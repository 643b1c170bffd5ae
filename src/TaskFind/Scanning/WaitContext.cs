using TaskFind.Model;
using TaskFind.Scanning.Holding;
using TaskFind.Scanning.Layouts;
using TaskFind.Targets;

namespace TaskFind.Scanning;

/// <summary>What a promise's layout may ask to describe its wait: other copied objects, nodes, reverse edges and the clock.</summary>
internal sealed class WaitContext
{
    private readonly TaskGraphBuilder _builder;
    private readonly ObjectStore _store;
    private readonly NodeIndex _nodes;
    private readonly ReverseEdges _reverse;
    private readonly WaitOwners _owners;
    private readonly Clock? _clock;
    private readonly CancellationReader _cancellation;
    private readonly Lazy<HolderIndex> _holders;
    private readonly Dictionary<string, int> _sourceWaits = [];

    public WaitContext(TaskGraphBuilder builder, HeapImage image, NodeIndex nodes, ReverseEdges reverse, WaitOwners owners, SocketTable? sockets)
    {
        (_builder, _store, _nodes, _reverse, _owners, _clock) = (builder, image.Store, nodes, reverse, owners, image.Clock);
        Sockets = sockets;
        _holders = new(() => new HolderIndex(_store, image.Statics, builder.AddGap));
        _cancellation = new CancellationReader(_store, this);
    }

    public TaskGraphBuilder Builder => _builder;

    public WaitOwners Owners => _owners;

    public ObjectStore Store => _store;

    /// <summary>Gets what tells which field holds an object; made when it is first asked for, since that looks at all that was kept.</summary>
    public HolderIndex Holders => _holders.Value;

    /// <summary>Gets what the kernel says of the sockets of a live target; null for a dump.</summary>
    public SocketTable? Sockets { get; }

    /// <summary>Gets the target's tick count at the stop; null for a dump, which has a lower bound only.</summary>
    public long? NowTicks => _clock is { IsFloor: false } clock ? clock.Ticks : null;

    /// <summary>Gives how a timer stands; null when it is not armed, is none of the runtime's, or stands as no timer can.</summary>
    public TimerReading? Timer(ulong timer)
    {
        if (_clock is not { } clock || !_store.TryGet<TimerLayout>(Behind(timer), out var o, out var layout) || !layout.IsArmed(o))
            return null;
        var left = layout.DueAt(o) - clock.Ticks;
        if (left <= layout.Of(o) && left > -Limits.Scan.OverdueMilliseconds)
            return new TimerReading(left, layout.Of(o), clock.IsFloor);
        _builder.AddGap("a timer", "it was started in the future, or a hundred years ago");
        return null;
    }

    /// <summary>Gives the type of a timer that another <c>TimeProvider</c> made; null for the runtime's.</summary>
    public string? ForeignTimer(ulong timer) =>
        _store.TryGet(Behind(timer), out var o) && o.Type.Layout is not TimerLayout ? o.Type.DisplayName : null;

    /// <summary>Gives who could cancel a wait, by its registration with a token.</summary>
    public IReadOnlyList<WaitFact> Cancellation(ulong callbackNode) => _cancellation.FactsOf(callbackNode);

    /// <summary>Adds the wait for a resource and gives its index.</summary>
    public int Resource(WaitKind kind, ulong address, string name, ReadOnlySpan<WaitFact> facts, ReadOnlySpan<int> tasks = default) =>
        _builder.Add(new WaitRow { Kind = kind, Address = address, Type = _builder.Intern(name) }, facts, tasks);

    /// <summary>Describes a task whose class says nothing of what it waits for: the owner that completes it does.</summary>
    public void DescribePlain(ref NodeRow node)
    {
        if (_owners.PlaceOf(node.Address) is { } place && _store.TryGet<IWaitOwnerLayout>(place.Owner, out var owner, out var layout))
            node.Wait = layout.Describe(owner, node.Address, place, this);
        else if (_owners.SourceOf(_store.Roots.Find(node.Address)) is { } source)
            DescribeSource(source, ref node);
        else if (_owners.PlaceOf(node.Address) is { } other && _store.TryGet<FromAsyncLayout>(other.Owner, out _, out _))
            node.Wait = _builder.Add(new WaitRow { Kind = WaitKind.Other, Address = node.Address, Type = _builder.Intern("TaskFactory.FromAsync") });
    }

    /// <summary>Says which field holds a completion source; sources of one field share the row, for there may be a million.</summary>
    private void DescribeSource(ulong source, ref NodeRow node)
    {
        if (_store.TryGet<ParallelStateLayout>(source, out var o, out var parallel))
        {
            parallel.Describe(o, this, ref node);
            return;
        }

        var facts = Holders.FactsOf(source);
        if (facts.Count == 0)
            return;
        var key = string.Join('\n', facts.Select(f => f.Words));
        if (!_sourceWaits.TryGetValue(key, out var wait))
            _sourceWaits.Add(key, wait = _builder.Add(new WaitRow { Kind = WaitKind.CompletionSource }, [.. facts]));
        node.Wait = wait;
    }

    private ulong Behind(ulong timer)
    {
        for (var hops = 0; _store.TryGet<TimerHandleLayout>(timer, out var o, out var handle); hops++)
        {
            if (hops == Limits.Scan.TimerHops)
            {
                _builder.AddGap("a timer", $"more than {hops} wrappers are around it, or they go in a circle");
                break;
            }

            timer = handle.Timer(o);
        }

        return timer;
    }

    /// <summary>Gives the nodes whose completion a promise waits for, found from their side.</summary>
    public ReadOnlySpan<int> ContinuedBy(ulong promise) =>
        _nodes.Of(_store.Roots.Find(promise) is >= 0 and var root && _nodes.Of(root) >= 0 ? _reverse.Into(root) : _reverse.IntoObject(promise));

    /// <summary>Notes tasks that are done badly and that a join keeps, one or a collection of them, until it passes that on.</summary>
    public void NoteJoined(ulong failed)
    {
        int[] tasks = _nodes.Find(failed) is >= 0 and var only ? [only] : Tasks(failed, out _);
        foreach (var task in tasks)
            _builder[task].Flags |= NodeFlags.Joined;
    }

    /// <summary>Gives the nodes of an array or list of tasks, and how many entries it has.</summary>
    public int[] Tasks(ulong collection, out int total)
    {
        total = int.MaxValue;
        if (_store.TryGet<ListLayout>(collection, out var list, out var layout))
        {
            total = layout.Count(list);
            collection = layout.Items(list);
        }

        if (!_store.TryGet<ArrayLayout>(collection, out var array, out _))
        {
            total = -1;
            return [];
        }

        total = Math.Min(total, ArrayLayout.Count(array));
        var read = Math.Min(total, ArrayLayout.Length(array));
        if (read < total)
            _builder.AddGap("tasks that another waits for", $"only the first {read} were read");
        var found = new List<int>();
        for (var i = 0; i < read; i++)
        {
            if (_nodes.Find(ArrayLayout.Element(array, i)) is >= 0 and var node)
                found.Add(node);
        }

        return [.. found];
    }

    /// <summary>Gives the nodes of some addresses, and how many of those are not null.</summary>
    public int[] Nodes(ReadOnlySpan<ulong> addresses, out int total)
    {
        total = 0;
        var found = new List<int>();
        foreach (var address in addresses)
        {
            total += address == 0 ? 0 : 1;
            if (_nodes.Find(address) is >= 0 and var node)
                found.Add(node);
        }

        return [.. found];
    }

    /// <summary>Keeps the nodes that are not done.</summary>
    public int[] Pending(int[] all) => Array.FindAll(all, n => _builder[n].State is TaskState.Pending or TaskState.Cancelling);

    /// <summary>Makes a node wait for an object: another node, something that describes itself, or something known by its type.</summary>
    public void Await(ulong awaited, ref NodeRow node)
    {
        if (_nodes.Find(awaited) is >= 0 and var target)
            node.Awaits = target;
        else if (_store.TryGet<IPromiseLayout>(awaited, out var o, out var promise))
            promise.Describe(o, this, ref node);
        else if (_store.TryGet(awaited, out o))
            node.Wait = _builder.Add(new WaitRow { Kind = WaitKind.Other, Address = awaited, Type = _builder.Intern(o.Type.DisplayName) });
    }
}
