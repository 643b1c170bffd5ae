using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Thinks, after the target was let go: turns the copies into a graph of nodes, places, waits and continuations.</summary>
internal sealed class GraphAssembler
{
    private readonly TaskGraphBuilder _builder;
    private readonly HeapImage _image;
    private readonly CodeCatalogue _code;
    private readonly NodeIndex _nodes = new();
    private readonly ReverseEdges _reverse = new();
    private readonly ThreadJoin _threads;
    private readonly WaitContext _context;
    private readonly PointReader _points;
    private readonly RunnerReader _runners;
    private readonly WaitOwners _owners;
    private readonly ResultReader? _results;
    private readonly ClearedMachines _cleared;

    public GraphAssembler(TaskGraphBuilder builder, HeapImage image, CodeCatalogue code, bool values = false)
    {
        _cleared = new ClearedMachines(code);
        _results = values ? new ResultReader(image.Store) : null;
        (_builder, _image, _code) = (builder, image, code);
        image.Delegates.Use(code);
        _threads = new ThreadJoin(image.Threads);
        _owners = new WaitOwners(image.Store, builder.AddGap);
        _context = new WaitContext(builder, image.Store, _nodes, _reverse, _owners, image.NowTicks);
        _points = new PointReader(image.Store, _nodes, builder);
        _runners = new RunnerReader(builder, image.Store, code, image.Delegates, _threads);
    }

    public void Assemble()
    {
        new NodeCollector(_builder, _image.Store, _nodes, _owners, _code, _cleared, _image.Delegates).Collect();
        JoinContinuations();
        for (var i = 0; i < _builder.Count; i++)
            Describe(i);
        _runners.ReadThreads(ThreadNames());
        if (_builder.RuntimeAsyncChains > 0)
            _builder.AddGap($"{_builder.RuntimeAsyncChains} suspended runtime-async chains", "runtime-async methods are not supported yet: their names and lines are missing");
    }

    private void JoinContinuations()
    {
        var resolver = new ContinuationResolver(_builder, _image.Store, _nodes, _image.Delegates, _threads);
        for (var i = 0; i < _builder.Count; i++)
        {
            if (IsDone(i) || Registered(_builder[i].Address) is not (not 0 and var registered))
                continue;
            var rows = resolver.Resolve(registered);
            _builder.SetContinuations(i, rows);
            foreach (var row in rows)
            {
                if (row.Kind == ContinuationKind.Node)
                    _reverse.Add(i, row.Target);
            }
        }
    }

    private ulong Registered(ulong address)
    {
        if (!_image.Store.TryGet(address, out var o))
            return 0;
        return o.Type.Layout switch
        {
            TaskObjectLayout task => task.Task.Continuation(o),
            PooledBoxLayout pooled => pooled.Source.Waiter(o),
            IteratorLayout { Embedded.Promise: { } promise } => promise.Waiter(o),
            _ => 0,
        };
    }

    private void Describe(int ordinal)
    {
        ref var node = ref _builder[ordinal];
        if (!_image.Store.TryGet(node.Address, out var o))
            return;
        if (_results is not null && o.Type.Layout is TaskObjectLayout done)
            node.Result = _builder.Intern(_results.Read(o, done));
        if (_image.Store.MachineOf(o, out var bytes) is { } machine)
            DescribeMachine(bytes, machine, ref node);
        else if (node.Kind == NodeKind.AsyncMethod)
            node.Point = _cleared.Of(o.Type)?.Point(IsDone(node) ? AwaitPointKind.Done : AwaitPointKind.Awaiting, int.MinValue) ?? -1;
        else if (o.Type.Layout is TaskObjectLayout task)
            DescribeTask(o, task, ref node);
    }

    private void DescribeMachine(in ObjectBytes machine, MachineLayout layout, ref NodeRow node)
    {
        var facts = _code.Machine(layout);
        if (IsDone(node))
            node.Point = facts.Point(AwaitPointKind.Done, 0);
        else if (layout.State(machine) == MachineLayout.Running)
            _runners.ReadMachine(layout, ref node);
        else
            _points.Read(machine, layout, facts, _context, ref node);
    }

    private void DescribeTask(in ObjectBytes o, TaskObjectLayout layout, ref NodeRow node)
    {
        if (node.Kind == NodeKind.Delegate)
            DescribeDelegate(layout.Task.Action(o), ref node);
        if (IsDone(node))
            return;
        if (layout.Promise is { } promise)
            promise.Describe(o, _context, ref node);
        else if (node.Kind == NodeKind.CompletionSource)
            node.Wait = _builder.Add(new WaitRow { Kind = WaitKind.CompletionSource, Address = node.Address, Type = node.Type, Label = node.Name });
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
        foreach (var root in _image.Store.Roots)
        {
            if (_image.Store.TryGet<ThreadObjectLayout>(root, out var o, out var layout) && _image.Store.Text(layout.Name(o)) is { } name)
                names.TryAdd(layout.ManagedId(o), name);
        }

        return names;
    }

    private bool IsDone(int ordinal) => IsDone(_builder[ordinal]);

    private static bool IsDone(in NodeRow node) => node.State is TaskState.Finished or TaskState.Cancelled;
}
