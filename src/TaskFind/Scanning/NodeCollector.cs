using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Makes a node of every kept object that is a task, pooled box or iterator: what it is and how it stands.</summary>
internal sealed class NodeCollector(TaskGraphBuilder builder, ObjectStore store, NodeIndex nodes, WaitOwners owners, CodeCatalogue code, ClearedMachines cleared, DelegateMethods delegates)
{
    private readonly ExceptionReader _exceptions = new(store);
    private int[] _heads = [];
    private readonly List<(ulong Box, int Ordinal)> _iteratorBoxes = [];

    /// <summary>Makes the nodes, but for those that may be made later, and gives how many there are of both.</summary>
    public int Collect(Selection? selection)
    {
        for (var i = 0; selection is null && i < store.Roots.Count; i++)
            Add(i);
        foreach (var i in selection?.OfInterest ?? [])
            Add(i);
        foreach (var (box, ordinal) in _iteratorBoxes)
            nodes.AddName(box, ordinal);
        nodes.UseLater(Add);
        return builder.Count + (selection?.PassedOver ?? 0);
    }

    private void Add(int index)
    {
        ref readonly var root = ref store.Roots[index];
        switch (store.Roots.TypeOf(root).Layout)
        {
            case TaskObjectLayout task when !IsIteratorsBox(root, task):
                AddTask(index, root, task);
                break;
            case PooledBoxLayout pooled when IsInUse(root):
                AddPooled(index, root, pooled);
                break;
            case IteratorLayout iterator:
                AddIterator(index, root, iterator);
                break;
        }
    }

    private void Add(int root, in NodeRow row) => nodes.AddNode(root, builder.Add(row));

    private void AddTask(int index, in RootRecord root, TaskObjectLayout layout)
    {
        var o = store.Roots.BytesOf(root);
        var flags = (TaskFlags)root.Flags;
        var contingent = layout.Task.Contingent(o);
        var row = new NodeRow
        {
            Address = root.Address,
            Status = (byte)TaskLayout.Status(flags),
            State = State(flags, contingent),
            Kind = NodeKind.Promise,
            Type = Head(root, layout.ResultType),
        };
        var extra = new NodeExtra { TaskId = layout.Task.Id(o) };
        if (!flags.HasFlag(TaskFlags.HiddenState))
            extra.Name = builder.Intern(store.Text(layout.Task.State(o)));
        if ((flags & (TaskFlags.Faulted | TaskFlags.Canceled)) != 0 && _exceptions.Read(contingent) is { } exception)
            extra.Exception = builder.Add(exception);
        if (!extra.IsEmpty)
            builder.Extra(ref row) = extra;
        if (layout.IsBox)
            DescribeBox(root, layout, ref row);
        else
            DescribeOther(index, o, layout, ref row);
        Add(index, row);
    }

    private TaskState State(TaskFlags flags, ulong contingent) =>
        flags.HasFlag(TaskFlags.Canceled) ? TaskState.Cancelled
        : (flags & TaskFlags.Completed) != 0 ? TaskState.Finished
        : _exceptions.IsCancellationRequested(contingent) ? TaskState.Cancelling
        : TaskState.Pending;

    private void DescribeBox(in RootRecord root, TaskObjectLayout layout, ref NodeRow row)
    {
        row.Kind = NodeKind.AsyncMethod;
        if (!MachineView.TryOf(store, root, out var view))
        {
            var type = store.Roots.TypeOf(root);
            if (cleared.Of(type) is { } facts)
                SetMethod(facts, ref row);
            else
                builder.AddGap("the method of a task", $"the state machine of {type.DisplayName} could not be read");
            return;
        }

        var machine = view.Layout;

        SetMethod(code.Machine(machine), ref row);
        if (machine.IsAsyncVoid)
            (row.Kind, row.Type) = (NodeKind.AsyncVoid, builder.Intern("async void"));
        else if (machine.IsValueTask)
            row.Type = Head(root, layout.ResultType, isValueTask: true);
        NoteCancellation(view, ref row);
    }

    private void NoteCancellation(in MachineView machine, ref NodeRow row)
    {
        if (row.State == TaskState.Pending && machine.IsCancellationAsked(store.Roots))
            row.State = TaskState.Cancelling;
    }

    private void DescribeOther(int index, in ObjectBytes o, TaskObjectLayout layout, ref NodeRow row)
    {
        if (TypeNamesOfTasks.IsRuntimeAsync(o.Type.Name))
        {
            builder.RuntimeAsyncChains += row.State is TaskState.Pending or TaskState.Cancelling ? 1 : 0;
            return;
        }

        if (store.TryGet<DelegateLayout>(UserDelegates.Of(store, delegates, o, layout), out var action, out var method))
        {
            row.Kind = NodeKind.Delegate;
            row.Method = delegates.MethodOf(action, method);
            row.Flags |= delegates.KeyOf(action, method) is { } key && FrameworkModules.Contains(key.Module.Name ?? "") ? NodeFlags.Framework : 0;
        }
        else if (layout.IsPlain && owners.SourceOf(index) is { } source && store.TryGet<CompletionSourceLayout>(source, out var completion, out _))
        {
            (row.Kind, row.Type) = (NodeKind.CompletionSource, builder.Intern(completion.Type.DisplayName));
        }
    }

    /// <summary>Tells a pooled box that is in use; a Debug build's tells only by its machine's object, whose builder then refers back to the box.</summary>
    private bool IsInUse(in RootRecord root) => MachineView.TryOf(store, root, out var machine) && machine.BuilderTask == root.Address;

    private void AddPooled(int index, in RootRecord root, PooledBoxLayout layout)
    {
        var row = new NodeRow { Address = root.Address, Kind = NodeKind.PooledValueTask, Type = Head(root, layout.ResultType, isValueTask: true) };
        SetState(layout.Source.IsCompleted(store.Roots.BytesOf(root)), ref row);
        if (MachineView.TryOf(store, root, out var machine))
        {
            SetMethod(code.Machine(machine.Layout), ref row);
            NoteCancellation(machine, ref row);
        }

        Add(index, row);
    }

    private void AddIterator(int index, in RootRecord root, IteratorLayout layout)
    {
        const int ended = -2;
        var row = new NodeRow { Address = root.Address, Kind = NodeKind.AsyncIterator, Type = builder.Intern("async iterator") };
        SetState(root.State == ended, ref row);
        SetMethod(code.Machine(layout.Embedded), ref row);
        if (MachineView.TryOf(store, root, out var machine))
            NoteCancellation(machine, ref row);
        Add(index, row);
        if (layout.Embedded.BuilderTask(store.Roots.BytesOf(root)) is not 0 and var box)
            _iteratorBoxes.Add((box, builder.Count - 1));
    }

    private static void SetMethod(MachineFacts facts, ref NodeRow row)
    {
        row.Method = facts.MethodIndex;
        row.Flags |= facts.Method.IsFramework ? NodeFlags.Framework : 0;
    }

    private static void SetState(bool done, ref NodeRow row) =>
        (row.State, row.Status) = done
            ? (TaskState.Finished, (byte)TaskStatus.RanToCompletion)
            : (TaskState.Pending, (byte)TaskStatus.WaitingForActivation);

    /// <summary>Tells the box of an iterator, which is the iterator under another name.</summary>
    private bool IsIteratorsBox(in RootRecord root, TaskObjectLayout layout) =>
        layout is { IsBox: true, Embedded: null } && store.TryGet<IteratorLayout>(root.Awaited, out _, out _);

    /// <summary>Gives the name of a task's type, which is the same for all objects of a class.</summary>
    private int Head(in RootRecord root, string result, bool isValueTask = false)
    {
        var key = (root.Type << 1) | (isValueTask ? 1 : 0);
        if (key >= _heads.Length)
            Array.Resize(ref _heads, key * 2 + 64);
        if (_heads[key] == 0)
            _heads[key] = 1 + builder.Intern((isValueTask ? "ValueTask" : "Task") + (result.Length == 0 ? "" : $"<{result}>"));
        return _heads[key] - 1;
    }
}
