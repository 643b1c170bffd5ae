namespace TaskFind.Model;

/// <summary>What one look has found: an immutable picture of all tasks and async state machines, plain data that outlives the target.</summary>
public sealed class TaskGraph
{
    private readonly TaskGraphData _data;
    private readonly Lazy<Dictionary<ulong, int>> _byAddress;
    private readonly Lazy<int[]> _requestOf;

    internal TaskGraph(TaskGraphData data)
    {
        _data = data;
        _byAddress = new(IndexByAddress);
        _requestOf = new(() => RequestOwners.Of(data));
        Requests = [.. Enumerable.Range(0, data.Requests.Count).Select(i => ToRequest(data.Requests[i]))];
        Threads = [.. data.Threads.Select(ToThread)];
    }

    /// <summary>Gets what was looked at.</summary>
    public TargetInfo Target => _data.Target;

    /// <summary>Gets when, in UTC.</summary>
    public DateTimeOffset TakenAt => _data.TakenAt;

    /// <summary>Gets how much was seen and what it cost.</summary>
    public Coverage Coverage => _data.Coverage;

    /// <summary>Gets the managed threads.</summary>
    public IReadOnlyList<TaskThread> Threads { get; }

    /// <summary>Gets the async methods that threads run before their first suspension, which have no Task yet.</summary>
    public IReadOnlyList<RunningMethod> RunningMethods => _data.RunningMethods;

    /// <summary>Gets the HTTP requests that the target's server is handling.</summary>
    public IReadOnlyList<RequestInfo> Requests { get; }

    /// <summary>Gets the loaded methods that were kept to explain a search without a match; null when none were asked for.</summary>
    public IReadOnlyList<LoadedMethod>? LoadedMethods => _data.LoadedMethods;

    /// <summary>Gets how thread pool and timers stand; null when nothing of them was seen.</summary>
    public PoolInfo? Pool => _data.Pool;

    /// <summary>Gets how many suspended runtime-async chains were seen; they are not supported yet.</summary>
    public int RuntimeAsyncChains => _data.RuntimeAsyncChains;

    /// <summary>
    /// Gets whether the whole heap was followed from its roots, to its end, so that <see cref="TaskNode.CanComplete"/> is known (<see cref="LookOptions.Deep"/>).
    /// </summary>
    public bool IsDeep => _data.IsDeep;

    /// <summary>Gets how many nodes there are.</summary>
    public int Count => _data.Nodes.Count;

    /// <summary>Gets all nodes, in heap order; behind them, those that a look for one method came to on the way (<see cref="LookOptions.RelatedOnly"/>).</summary>
    public IEnumerable<TaskNode> Nodes
    {
        get
        {
            for (var i = 0; i < Count; i++)
                yield return new TaskNode(this, i);
        }
    }

    /// <summary>Gets one node; throws <see cref="ArgumentOutOfRangeException"/> for an ordinal of another graph.</summary>
    public TaskNode this[NodeOrdinal ordinal]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ordinal.Value, (uint)Count, nameof(ordinal));
            return new TaskNode(this, ordinal.Value);
        }
    }

    /// <summary>Finds the node at an address of the target; null when there is none.</summary>
    public TaskNode? At(ObjectAddress address) =>
        _byAddress.Value.TryGetValue(address.Value, out var i) ? new TaskNode(this, i) : null;

    /// <summary>Gets the distinct methods of the nodes, at the indexes that <see cref="TaskNode.MethodIndex"/> gives.</summary>
    internal IReadOnlyList<TaskMethod> Methods => _data.Methods;

    /// <summary>Gets the distinct places, at the indexes that <see cref="TaskNode.PointIndex"/> gives.</summary>
    internal IReadOnlyList<AwaitPoint> Points => _data.Points;

    /// <summary>Gets the tables, for saving them.</summary>
    internal TaskGraphData Data => _data;

    /// <summary>Gives a graph that differs in its lines of source alone.</summary>
    internal TaskGraph WithCode(Func<SourceLine, SourceLine> change)
    {
        return new TaskGraph(_data with
        {
            Points = [.. _data.Points.Select(Point)],
            Methods = [.. _data.Methods.Select(Method)],
            Threads = [.. _data.Threads.Select(t => t with { Frames = [.. t.Frames.Select(f => new ThreadFrame(Method(f.Method), Point(f.Point)))] })],
            RunningMethods = [.. _data.RunningMethods.Select(r => r with { Method = Method(r.Method), Point = Point(r.Point) })],
        });

        AwaitPoint Point(AwaitPoint point) => point.Line is { } line ? point with { Line = change(line) } : point;
        TaskMethod Method(TaskMethod method) => method.DefinedAt is { } line ? method with { DefinedAt = change(line) } : method;
    }

    internal ref readonly NodeRow RowAt(int ordinal) => ref _data.Nodes[ordinal];

    internal RequestInfo? RequestOf(int ordinal) => Requests.Count > 0 && _requestOf.Value[ordinal] is >= 0 and var request ? Requests[request] : null;

    internal string? StringAt(int index) => index < 0 ? null : _data.Strings[index];

    internal TaskMethod? MethodAt(int index) => index < 0 ? null : _data.Methods[index];

    internal AwaitPoint? PointAt(int index) => index < 0 ? null : _data.Points[index];

    internal ExceptionInfo? ExceptionAt(int index) => index < 0 ? null : _data.Exceptions[index];

    internal ContextInfo? ContextAt(int index) => index < 0 ? null : _data.Contexts[index];

    internal MethodVariables? VariablesAt(int index) => index < 0 ? null : _data.Variables[index];

    internal NodeExtra ExtraAt(int index) => index < 0 ? new NodeExtra() : _data.Extras[index];

    internal IReadOnlyList<Continuation> ContinuationsOf(in NodeRow node)
    {
        if (node.Continuations == NodeRow.NoContinuation)
            return [];
        if (node.Continuations >= 0)
            return [new Continuation(ContinuationKind.Node, new ObjectAddress(RowAt(node.Continuations).Address)) { Waiter = new TaskNode(this, node.Continuations) }];
        var all = new List<Continuation>();
        for (var i = NodeRow.NoContinuation - 1 - node.Continuations; all.Count == 0 || !_data.Continuations[i - 1].IsLast; i++)
            all.Add(ToContinuation(_data.Continuations[i]));
        return all;
    }

    internal Wait WaitAt(int index)
    {
        ref readonly var row = ref _data.Waits[index];
        var address = new ObjectAddress(row.Address);
        Wait wait = row.Kind switch
        {
            WaitKind.Delay => new DelayWait(address, Time(row.Left), Time(row.Of), row.IsInfinite) { IsBound = row.IsBound },
            WaitKind.WhenAll => new WhenAllWait(address, row.Count, OrNull(row.Total), Edges(row)),
            WaitKind.WhenAny => new WhenAnyWait(address, row.Total, Edges(row)),
            WaitKind.Semaphore => new SemaphoreWait(address, OrNull(row.Count), OrNull(row.Position), OrNull(row.Total)) { Semaphore = row.Owner == 0 ? null : new ObjectAddress(row.Owner) },
            WaitKind.Other => new OtherWait(address, StringAt(row.Type) ?? "object"),
            _ => new ResourceWait(address, row.Kind, StringAt(row.Type) ?? "object", Edges(row)) { Owner = row.Owner == 0 ? null : new ObjectAddress(row.Owner) },
        };
        return row.FactCount == 0 ? wait : wait with { Facts = Facts(row) };
    }

    /// <summary>Gives the facts of a wait whose kind and numbers are those of its node.</summary>
    internal IReadOnlyList<WaitFact> FactsAt(int wait) => wait < 0 ? [] : Facts(_data.Waits[wait]);

    /// <summary>Tells whether an open source's row says no more than who holds it, and not that it is something else, a dataflow block.</summary>
    internal bool IsOfSource(int wait) => wait < 0 || _data.Waits[wait].Kind == WaitKind.CompletionSource;

    /// <summary>Tells whether a wait is said on the way to what its node awaits.</summary>
    internal bool IsOnTheWay(int wait) => _data.Waits[wait].Kind == WaitKind.WaitAsync;

    private Dictionary<ulong, int> IndexByAddress()
    {
        var index = new Dictionary<ulong, int>(Count);
        for (var i = 0; i < Count; i++)
            index.TryAdd(_data.Nodes[i].Address, i);
        return index;
    }

    private static TimeSpan? Time(long milliseconds) =>
        milliseconds == WaitRow.NoTime ? null : TimeSpan.FromMilliseconds(milliseconds);

    private static int? OrNull(int value) => value < 0 ? null : value;

    private TaskNode[] Edges(in WaitRow row)
    {
        var nodes = new TaskNode[row.NodeCount];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = new TaskNode(this, _data.Edges[row.FirstNode + i]);
        return nodes;
    }

    private WaitFact[] Facts(in WaitRow row)
    {
        var facts = new WaitFact[row.FactCount];
        for (var i = 0; i < facts.Length; i++)
        {
            ref readonly var fact = ref _data.Facts[row.FirstFact + i];
            facts[i] = new WaitFact(StringAt(fact.Key) ?? "", fact.Kind, fact.Number, StringAt(fact.Words), fact.Total);
        }

        return facts;
    }

    private RequestInfo ToRequest(RequestRow row) =>
        new(new TaskNode(this, row.Node), StringAt(row.Method), StringAt(row.Path), StringAt(row.Route), Time(row.Age));

    private TaskThread ToThread(ThreadRow row) => new(row.ManagedId, row.OSId, row.Name)
    {
        IsPool = row.IsPool,
        Context = row.Context == 0 ? null : new ObjectAddress(row.Context),
        BlockedOn = row.Wait >= 0 ? WaitAt(row.Wait) : row.Awaits >= 0 ? new TaskNode(this, row.Awaits).AsAwaited() : null,
        Runs = row.Runs < 0 ? null : new TaskNode(this, row.Runs),
        Holds = [.. row.Holds.Select(WaitAt).OfType<ResourceWait>()],
        Frames = row.Frames,
        OmittedFrames = row.OmittedFrames,
    };

    private Continuation ToContinuation(in ContinuationRow row)
    {
        var bare = new Continuation(row.Kind, new ObjectAddress(row.Address)) { Via = StringAt(row.Via) };
        return row.Kind switch
        {
            ContinuationKind.Node => bare with { Waiter = new TaskNode(this, row.Target) },
            ContinuationKind.Delegate => bare with { Method = MethodAt(row.Target) },
            ContinuationKind.BlockedThread => bare with { Thread = row.Target },
            _ => bare with { Type = StringAt(row.Target) },
        };
    }
}
