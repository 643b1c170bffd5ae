using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Targets;

namespace TaskFind.Scanning;

/// <summary>Thinks, after the target was let go: turns the copies into a graph of nodes, places, waits and continuations.</summary>
internal sealed class GraphAssembler
{
    private readonly TaskGraphBuilder _builder;
    private readonly HeapImage _image;
    private readonly CodeCatalogue _code;
    private readonly NodeIndex _nodes;
    private readonly ReverseEdges _reverse = new();
    private readonly ThreadJoin _threads;
    private readonly WaitContext _context;
    private readonly RunnerReader _runners;
    private readonly BlockedThreads _blocked;
    private readonly WaitOwners _owners;
    private readonly ContinuationResolver _resolver;
    private readonly ResultReader? _results;
    private readonly ClearedMachines _cleared;

    public GraphAssembler(TaskGraphBuilder builder, HeapImage image, CodeCatalogue code, bool values = false, SocketTable? sockets = null)
    {
        _cleared = new ClearedMachines(code);
        _results = values ? new ResultReader(image.Store) : null;
        (_builder, _image, _code) = (builder, image, code);
        _nodes = new NodeIndex(image.Store.Roots);
        image.Delegates.Use(code);
        _threads = new ThreadJoin(image.Threads, image.Store);
        _owners = new WaitOwners(image.Store, builder.AddGap);
        _context = new WaitContext(builder, image, _nodes, _reverse, _owners, sockets);
        _resolver = new ContinuationResolver(builder, image.Store, _nodes, image.Delegates, _threads);
        _runners = new RunnerReader(builder, image.Store, _nodes, code, image.Delegates, _threads);
        _blocked = new BlockedThreads(builder, _context, _threads, image.Monitors, code);
    }

    public void Assemble()
    {
        new NodeCollector(_builder, _image.Store, _nodes, _owners, _code, _cleared, _image.Delegates).Collect();
        JoinContinuations();
        var pool = new PoolReader(_builder, _image.Store, _resolver, _context, _image.Clock);
        var ready = new ReadyReader(_builder, _image, _nodes, _resolver, pool);
        var points = new PointReader(_image.Store, _nodes, _builder, ready);
        for (var i = 0; i < _builder.Count; i++)
        {
            Describe(i, points);
            ready.Describe(i);
        }

        _builder.Pool = pool.Info;
        _runners.ReadThreads(ThreadNames(), _blocked);
        if (_builder.RuntimeAsyncChains > 0)
            _builder.AddGap($"{_builder.RuntimeAsyncChains} suspended runtime-async chains", "runtime-async methods are not supported yet: their names and lines are missing");
    }

    private void JoinContinuations()
    {
        for (var i = 0; i < _builder.Count; i++)
        {
            if (IsDone(i) || _nodes.RootOf(i).Continuation is not (not 0 and var registered))
                continue;
            var rows = _resolver.Resolve(registered);
            _builder.SetContinuations(i, rows);
            foreach (var row in rows)
            {
                if (row.Kind == ContinuationKind.Node)
                    NotePromise(i, row.Target);
                else if (row.Kind != ContinuationKind.Delegate)
                    _reverse.AddObject(i, row.Address);
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
            node.Result = _builder.Intern(_results.Read(_image.Store.Roots.BytesOf(root), done));
        if (MachineView.TryOf(_image.Store, root, out var machine))
            DescribeMachine(machine, points, ordinal, ref node);
        else if (node.Kind == NodeKind.AsyncMethod)
            node.Point = _cleared.Of(type)?.Point(IsDone(node) ? AwaitPointKind.Done : AwaitPointKind.Awaiting, int.MinValue) ?? -1;
        else if (type.Layout is TaskObjectLayout task)
            DescribeTask(_image.Store.Roots.BytesOf(root), task, ref node);
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

    private Dictionary<int, string> ThreadNames()
    {
        var names = new Dictionary<int, string>();
        for (var i = 0; i < _image.Store.Roots.Count; i++)
        {
            ref readonly var root = ref _image.Store.Roots[i];
            if (_image.Store.Roots.TypeOf(root).Layout is not ThreadObjectLayout layout)
                continue;
            var o = _image.Store.Roots.BytesOf(root);
            if (_image.Store.Text(layout.Name(o)) is { } name)
                names.TryAdd(layout.ManagedId(o), name);
        }

        return names;
    }

    /// <summary>Notes who continues with a node that may ask for it; a method never does, and there are a million of them.</summary>
    private void NotePromise(int from, int to)
    {
        if (_image.Store.Roots.TypeOf(_nodes.RootOf(to)).Layout is TaskObjectLayout { Promise: not null })
            _reverse.Add(from, to);
    }

    private bool IsDone(int ordinal) => IsDone(_builder[ordinal]);

    private static bool IsDone(in NodeRow node) => node.State is TaskState.Finished or TaskState.Cancelled;
}
