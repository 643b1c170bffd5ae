using System.Globalization;
using TaskFind.Model;
using TaskFind.Scanning.Contexts;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Variables;
using TaskFind.Targets;

namespace TaskFind.Scanning;

/// <summary>Thinks, after the target was let go: turns the copies into a graph of nodes, places, waits and continuations.</summary>
internal sealed class GraphAssembler
{
    private readonly TaskGraphBuilder _builder;
    private readonly HeapImage _image;
    private readonly CodeCatalogue _code;
    private readonly NodeIndex _nodes;
    private readonly ReverseEdges _reverse;
    private readonly ThreadJoin _threads;
    private readonly WaitContext _context;
    private readonly RunnerReader _runners;
    private readonly BlockedThreads _blocked;
    private readonly WaitOwners _owners;
    private readonly ContinuationResolver _resolver;
    private readonly ResultReader? _results;
    private readonly ContextReader? _contexts;
    private readonly VariableReader? _variables;
    private readonly ClearedMachines _cleared;
    private int _joined, _described;

    /// <summary>The number of tasks between two words about how far it has come.</summary>
    private const int TasksBetweenWords = 1 << 16;

    public GraphAssembler(TaskGraphBuilder builder, HeapImage image, CodeCatalogue code, bool values = false, SocketTable? sockets = null)
    {
        _cleared = new ClearedMachines(code, builder.AddGap);
        _results = values ? new ResultReader(image.Store) : null;
        _contexts = image.LocalHolders is { } holders ? new ContextReader(builder, image.Store, holders) : null;
        _variables = image.Variables is { } variables ? new VariableReader(builder, image.Store, variables) : null;
        (_builder, _image, _code) = (builder, image, code);
        _nodes = new NodeIndex(image.Store.Roots, image.Selection);
        _reverse = image.Selection?.Links ?? new ReverseEdges(image.Store.Roots.Count);
        image.Delegates.Use(code);
        _threads = new ThreadJoin(image.Threads, image.Store);
        _owners = new WaitOwners(image.Store, builder.AddGap);
        _context = new WaitContext(builder, image, _nodes, _reverse, _owners, sockets);
        _resolver = new ContinuationResolver(builder, image.Store, _nodes, image.Delegates, _threads);
        _runners = new RunnerReader(builder, image.Store, _nodes, code, image.Delegates, _threads);
        _blocked = new BlockedThreads(builder, _context, _threads, image.Monitors, code);
    }

    /// <summary>Gets which node was made of which kept object.</summary>
    public NodeIndex Nodes => _nodes;

    /// <summary>Gets who owns what is waited for.</summary>
    public WaitOwners Owners => _owners;

    /// <summary>Who is told how far it has come.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Makes the graph and gives how many tasks there are, those that were passed over too.</summary>
    public int Assemble()
    {
        var tasks = new NodeCollector(_builder, _image.Store, _nodes, _owners, _code, _cleared, _image.Delegates).Collect(_image.Selection);
        JoinContinuations();
        var pool = new PoolReader(_builder, _image.Store, _resolver, _context, _image.Clock);
        var ready = new ReadyReader(_builder, _image, _nodes, _resolver, pool);
        var points = new PointReader(_image.Store, _nodes, _builder, ready);
        DescribeAll(points, ready);

        _builder.Pool = pool.Info;
        _runners.ReadThreads(ThreadFacts(), _blocked);
        DescribeAll(points, ready);
        LongLinks.Tell(_builder);
        if (_builder.RuntimeAsyncChains > 0)
            _builder.AddGap($"{_builder.RuntimeAsyncChains} suspended runtime-async chains", "runtime-async methods are not supported yet: their names and lines are missing");
        return tasks;
    }

    private void DescribeAll(PointReader points, ReadyReader ready)
    {
        for (; _described < _builder.Count; _described++)
        {
            if (_described % TasksBetweenWords == 0)
                Progress?.Report(string.Create(CultureInfo.InvariantCulture, $"reading names and lines: {_described:N0} of {_builder.Count:N0} tasks"));
            Describe(_described, points);
            ready.Describe(_described);
            JoinContinuations();
        }
    }

    /// <summary>Joins the nodes that are new since the last call to what continues with them, which may make others.</summary>
    private void JoinContinuations()
    {
        for (; _joined < _builder.Count; _joined++)
        {
            var i = _joined;
            if (IsDone(i) || _nodes.RootOf(i).Continuation is not (not 0 and var registered))
                continue;
            var rows = _resolver.Resolve(registered);
            _builder.SetContinuations(i, rows);
            foreach (var row in rows)
            {
                if (row.Kind == ContinuationKind.Node)
                    NotePromise(i, row.Target);
                else if (row.Kind != ContinuationKind.Delegate)
                    _reverse.AddObject(_nodes.RootIndexOf(i), row.Address);
                if (row.Kind == ContinuationKind.BlockedThread)
                    _blocked.Note(i, row.Address);
            }
        }
    }

    private void Describe(int ordinal, PointReader points)
    {
        ref var node = ref _builder[ordinal];
        ref readonly var root = ref _nodes.RootOf(ordinal);
        var type = _image.Store.Roots.TypeOf(root);
        if (_results is not null && type.Layout is TaskObjectLayout done)
            DescribeResult(_results.Read(_image.Store.Roots.BytesOf(root), done), ref node);
        if (_contexts is not null && !IsDone(node) && ContextObjects.AreWanted(_image.Store, _image.Selection, _nodes.RootIndexOf(ordinal)))
            DescribeContext(_contexts.Read(root), ref node);
        if (_variables is not null && !IsDone(node) && _variables.Read(root) is >= 0 and var read)
            _builder.Extra(ref node).Variables = read;
        if (MachineView.TryOf(_image.Store, root, out var machine))
            DescribeMachine(machine, points, ordinal, ref node);
        else if (node.Kind == NodeKind.AsyncMethod)
            node.Point = _cleared.Of(type)?.Point(IsDone(node) ? AwaitPointKind.Done : AwaitPointKind.Awaiting, int.MinValue) ?? -1;
        else if (type.Layout is TaskObjectLayout task)
            DescribeTask(_image.Store.Roots.BytesOf(root), task, ref node);
    }

    private void DescribeResult(string? result, ref NodeRow node)
    {
        if (result is not null)
            _builder.Extra(ref node).Result = _builder.Intern(result);
    }

    private void DescribeContext(int context, ref NodeRow node)
    {
        if (context >= 0)
            _builder.Extra(ref node).Context = context;
    }

    private void DescribeMachine(in MachineView machine, PointReader points, int ordinal, ref NodeRow node)
    {
        var facts = _code.Machine(machine.Layout);
        if (IsDone(node))
            node.Point = facts.Point(AwaitPointKind.Done, 0);
        else if (machine.State == MachineLayout.Running)
            _runners.ReadMachine(machine.Layout, ref node);
        else
            points.Read(machine, facts, _context, ref node);
        if (!IsDone(node))
            machine.DescribeKnown(_context, ordinal, ref node);
    }

    private void DescribeTask(in ObjectBytes o, TaskObjectLayout layout, ref NodeRow node)
    {
        if (node.Kind == NodeKind.Delegate)
            DescribeDelegate(UserDelegates.Of(_image.Store, _image.Delegates, o, layout), ref node);
        if (IsDone(node))
            return;
        if (layout.Promise is { } promise)
            promise.Describe(o, _context, ref node);
        else if (layout.IsPlain)
            _context.DescribePlain(ref node);
    }

    private void DescribeDelegate(ulong action, ref NodeRow node)
    {
        var status = (TaskStatus)node.Status;
        if (status is TaskStatus.Running)
            _runners.ReadDelegate(action, ref node);
        else if (status is TaskStatus.WaitingToRun)
            node.Point = _builder.Intern(new AwaitPoint(AwaitPointKind.Queued));
        else if (status is TaskStatus.Created or TaskStatus.WaitingForActivation)
            node.Point = _builder.Intern(new AwaitPoint(AwaitPointKind.NotStarted));
    }

    private Dictionary<int, ThreadFacts> ThreadFacts()
    {
        var facts = new Dictionary<int, ThreadFacts>();
        foreach (var i in _image.Store.Roots.Of<ThreadObjectLayout>())
        {
            var o = _image.Store.Roots.BytesOf(_image.Store.Roots[i]);
            if (o.Type.Layout is ThreadObjectLayout layout)
                facts.TryAdd(layout.ManagedId(o), new ThreadFacts(_image.Store.Text(layout.Name(o)), layout.Context(o)));
        }

        return facts;
    }

    /// <summary>Notes who continues with a node that may ask for it; a method never does, and there are a million of them.</summary>
    private void NotePromise(int from, int to)
    {
        var isNoted = _image.Selection is not null && _nodes.RootOf(from).Continuation == _nodes.RootOf(to).Address;
        if (!isNoted && Selection.IsPromise(_image.Store.Roots, _nodes.RootIndexOf(to)))
            _reverse.Add(_nodes.RootIndexOf(from), _nodes.RootIndexOf(to));
    }

    private bool IsDone(int ordinal) => IsDone(_builder[ordinal]);

    private static bool IsDone(in NodeRow node) => node.State is TaskState.Finished or TaskState.Cancelled;
}
