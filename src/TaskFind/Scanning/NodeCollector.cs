using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Makes a node of every kept object that is a task, pooled box or iterator: what it is and how it stands.</summary>
internal sealed class NodeCollector(TaskGraphBuilder builder, ObjectStore store, NodeIndex nodes, WaitOwners owners, CodeCatalogue code, ClearedMachines cleared, DelegateMethods delegates)
{
    private readonly ExceptionReader _exceptions = new(store);
    private readonly Dictionary<(string Head, string Result), int> _heads = [];
    private readonly List<(ulong Box, int Ordinal)> _iteratorBoxes = [];

    public void Collect()
    {
        for (var i = 0; i < store.Roots.Count; i++)
        {
            ref readonly var root = ref store.Roots[i];
            switch (store.Roots.TypeOf(root).Layout)
            {
                case TaskObjectLayout task when !IsIteratorsBox(root, task):
                    AddTask(i, root, task);
                    break;
                case PooledBoxLayout pooled:
                    AddPooled(i, root, pooled);
                    break;
                case IteratorLayout iterator:
                    AddIterator(i, root, iterator);
                    break;
            }
        }

        foreach (var (box, ordinal) in _iteratorBoxes)
            nodes.AddName(box, ordinal);
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
            TaskId = root.Id,
            Status = (byte)TaskLayout.Status(flags),
            State = State(flags, contingent),
            Kind = NodeKind.Promise,
            Type = Head("Task", layout.ResultType),
        };
        if (!flags.HasFlag(TaskFlags.HiddenState))
            row.Name = builder.Intern(store.Text(layout.Task.State(o)));
        if ((flags & (TaskFlags.Faulted | TaskFlags.Canceled)) != 0 && _exceptions.Read(contingent) is { } exception)
            row.Exception = builder.Add(exception);
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
            row.Type = Head("ValueTask", layout.ResultType);
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

    /// <summary>Adds a pooled box that is in use; a Debug build's tells only by its machine's object, whose builder then refers back to the box.</summary>
    private void AddPooled(int index, in RootRecord root, PooledBoxLayout layout)
    {
        if (!MachineView.TryOf(store, root, out var machine) || machine.BuilderTask != root.Address)
            return;
        var row = new NodeRow { Address = root.Address, Kind = NodeKind.PooledValueTask, Type = Head("ValueTask", layout.ResultType) };
        SetState(layout.Source.IsCompleted(store.Roots.BytesOf(root)), ref row);
        SetMethod(code.Machine(machine.Layout), ref row);
        Add(index, row);
    }

    private void AddIterator(int index, in RootRecord root, IteratorLayout layout)
    {
        const int ended = -2;
        var row = new NodeRow { Address = root.Address, Kind = NodeKind.AsyncIterator, Type = builder.Intern("async iterator") };
        SetState(root.State == ended, ref row);
        SetMethod(code.Machine(layout.Embedded), ref row);
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

    private int Head(string head, string result)
    {
        if (!_heads.TryGetValue((head, result), out var index))
            _heads.Add((head, result), index = builder.Intern(result.Length == 0 ? head : $"{head}<{result}>"));
        return index;
    }
}
