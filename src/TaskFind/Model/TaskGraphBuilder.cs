using System.Runtime.InteropServices;

namespace TaskFind.Model;

/// <summary>Collects the rows of a <see cref="TaskGraph"/>: first all nodes, then what joins them.</summary>
internal sealed class TaskGraphBuilder
{
    private readonly Rows<NodeRow> _nodes = new(startsSmall: false);
    private readonly Rows<NodeExtra> _extras = new();
    private readonly Rows<WaitRow> _waits = new();
    private readonly Rows<FactRow> _facts = new();
    private readonly Rows<ContinuationRow> _continuations = new();
    private readonly Rows<int> _edges = new();
    private readonly Rows<RequestRow> _requests = new();
    private readonly InternTable<string> _strings = new();
    private readonly InternTable<TaskMethod> _methods = new();
    private readonly InternTable<AwaitPoint> _points = new();
    private readonly List<ExceptionInfo> _exceptions = [];
    private readonly List<ContextInfo> _contexts = [];
    private readonly List<MethodVariables> _variables = [];
    private readonly Dictionary<(string What, string Why), int> _gaps = [];

    public int Count => _nodes.Count;

    public TargetInfo Target { get; set; } = new(TargetKind.Process, null, "?", null, "x64");
    public DateTimeOffset TakenAt { get; set; }
    public Coverage Coverage { get; set; } = new();
    public List<ThreadRow> Threads { get; } = [];
    public List<RunningMethod> RunningMethods { get; } = [];
    public List<LoadedMethod>? LoadedMethods { get; set; }
    public PoolInfo? Pool { get; set; }
    public int RuntimeAsyncChains { get; set; }
    public bool IsDeep { get; set; }

    public int Add(in NodeRow row) => _nodes.Add(row);

    /// <summary>Gives a node for changing.</summary>
    public ref NodeRow this[int ordinal] => ref _nodes[ordinal];

    /// <summary>Gives what few nodes have for changing; the reference holds until the next call.</summary>
    public ref NodeExtra Extra(ref NodeRow node)
    {
        if (node.Extra < 0)
            node.Extra = _extras.Add(new NodeExtra());
        return ref _extras[node.Extra];
    }

    public int Add(in RequestRow row) => _requests.Add(row);

    public int Intern(string? text) => _strings.Add(text);

    public int Intern(TaskMethod? method) => _methods.Add(method);

    /// <summary>Gives the method at an index that <see cref="Intern(TaskMethod?)"/> gave.</summary>
    public TaskMethod MethodAt(int index) => _methods[index];

    public int Intern(AwaitPoint? point) => _points.Add(point);

    /// <summary>Tells whether a wait is said on the way to what its node awaits.</summary>
    public bool IsOnTheWay(int wait) => _waits[wait].Kind == WaitKind.WaitAsync;

    /// <summary>Interns where a method stands. That there is no line is a gap, unless it is the framework's, whose lines nobody expects.</summary>
    public int Intern(AwaitPoint point, int method)
    {
        if (point is { Line: null, WhyNoLine: { } why } && method >= 0 && !_methods[method].IsFramework)
            AddGap($"line of {_methods[method].Module}", why);
        return Intern(point);
    }

    /// <summary>Gives a place that was interned.</summary>
    public AwaitPoint PointAt(int index) => _points[index];

    public int Add(ExceptionInfo exception)
    {
        _exceptions.Add(exception);
        return _exceptions.Count - 1;
    }

    public int Add(ContextInfo context)
    {
        _contexts.Add(context);
        return _contexts.Count - 1;
    }

    public int Add(MethodVariables variables)
    {
        _variables.Add(variables);
        return _variables.Count - 1;
    }

    public int Add(WaitRow row, ReadOnlySpan<int> nodes = default)
    {
        row.FirstNode = _edges.Count;
        row.NodeCount = nodes.Length;
        foreach (var node in nodes)
            _edges.Add(node);
        return _waits.Add(row);
    }

    /// <summary>Adds a wait for a resource: its row has kind, address and name.</summary>
    public int Add(WaitRow row, ReadOnlySpan<WaitFact> facts, ReadOnlySpan<int> nodes = default)
    {
        row.FirstFact = _facts.Count;
        row.FactCount = facts.Length;
        foreach (var fact in facts)
            _facts.Add(new FactRow { Key = Intern(fact.Key), Kind = fact.Kind, Number = fact.Number, Total = fact.Total, Words = Intern(fact.Words) });
        return Add(row, nodes);
    }

    /// <summary>Sets all continuations of a node at once: a node alone, as most have it, in the row itself, others as a list.</summary>
    public void SetContinuations(int ordinal, ReadOnlySpan<ContinuationRow> rows)
    {
        ref var node = ref this[ordinal];
        if (rows is [{ Kind: ContinuationKind.Node, Via: < 0 } only] && only.Address == this[only.Target].Address)
            node.Continuations = only.Target;
        else if (rows.Length > 0)
            node.Continuations = NodeRow.NoContinuation - 1 - _continuations.Count;
        else
            node.Continuations = NodeRow.NoContinuation;
        for (var i = 0; i < rows.Length && node.Continuations < 0; i++)
            _continuations.Add(rows[i] with { IsLast = i == rows.Length - 1 });
    }

    /// <summary>Gives a wait that was added.</summary>
    public ref readonly WaitRow WaitAt(int wait) => ref _waits[wait];

    /// <summary>Gives the nodes that a wait is for together.</summary>
    public IEnumerable<int> JoinedBy(WaitRow wait) => Enumerable.Range(wait.FirstNode, wait.NodeCount).Select(i => _edges[i]);

    /// <summary>Gives the nodes that continue with a node.</summary>
    public IEnumerable<int> ContinuedBy(int ordinal)
    {
        var continuations = this[ordinal].Continuations;
        if (continuations >= 0)
            yield return continuations;
        for (var i = NodeRow.NoContinuation - 1 - continuations; continuations < NodeRow.NoContinuation; i++)
        {
            if (_continuations[i].Kind == ContinuationKind.Node)
                yield return _continuations[i].Target;
            if (_continuations[i].IsLast)
                break;
        }
    }

    public void AddGap(string what, string why) => CollectionsMarshal.GetValueRefOrAddDefault(_gaps, (what, why), out _)++;

    public TaskGraph Build() => new(new TaskGraphData
    {
        Target = Target,
        TakenAt = TakenAt,
        Coverage = Coverage with { Gaps = [.. Coverage.Gaps, .. _gaps.Select(g => new Gap(g.Key.What, g.Key.Why, g.Value))] },
        Nodes = _nodes,
        Extras = _extras,
        Waits = _waits,
        Facts = _facts,
        Continuations = _continuations,
        Edges = _edges,
        Requests = _requests,
        Strings = _strings.ToArray(),
        Methods = _methods.ToArray(),
        Points = _points.ToArray(),
        Exceptions = [.. _exceptions],
        Contexts = [.. _contexts],
        Variables = [.. _variables],
        Threads = [.. Threads],
        RunningMethods = [.. RunningMethods],
        LoadedMethods = LoadedMethods?.ToArray(),
        Pool = Pool,
        RuntimeAsyncChains = RuntimeAsyncChains,
        IsDeep = IsDeep,
    });
}
