using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Makes a node of every kept object that is a task, pooled box or iterator: what it is and how it stands.</summary>
internal sealed class NodeCollector(TaskGraphBuilder builder, ObjectStore store, NodeIndex nodes, WaitOwners owners, CodeCatalogue code, ClearedMachines cleared, DelegateMethods delegates)
{
    private readonly ExceptionReader _exceptions = new(store);
    private readonly List<(ulong Box, ulong Iterator)> _iteratorBoxes = [];

    public void Collect()
    {
        foreach (var root in store.Roots)
        {
            if (!store.TryGet(root, out var o))
                continue;
            switch (o.Type.Layout)
            {
                case TaskObjectLayout task when !IsIteratorsBox(o, task):
                    AddTask(o, task);
                    break;
                case PooledBoxLayout pooled:
                    AddPooled(o, pooled);
                    break;
                case IteratorLayout iterator:
                    AddIterator(o, iterator);
                    break;
            }
        }

        foreach (var (box, iterator) in _iteratorBoxes)
        {
            if (nodes.Find(iterator) is >= 0 and var ordinal)
                nodes.Add(box, ordinal);
        }
    }

    private void Add(in NodeRow row) => nodes.Add(row.Address, builder.Add(row));

    private void AddTask(in ObjectBytes o, TaskObjectLayout layout)
    {
        var flags = layout.Task.Flags(o);
        var contingent = layout.Task.Contingent(o);
        var row = new NodeRow
        {
            Address = o.Address,
            TaskId = layout.Task.Id(o),
            Status = (byte)TaskLayout.Status(flags),
            State = State(flags, contingent),
            Kind = NodeKind.Promise,
            Type = builder.Intern(WithResult("Task", layout.ResultType)),
        };
        if (!flags.HasFlag(TaskFlags.HiddenState))
            row.Name = builder.Intern(store.Text(layout.Task.State(o)));
        if ((flags & (TaskFlags.Faulted | TaskFlags.Canceled)) != 0 && _exceptions.Read(contingent) is { } exception)
            row.Exception = builder.Add(exception);
        if (layout.IsBox)
            DescribeBox(o, layout, ref row);
        else
            DescribeOther(o, layout, flags, ref row);
        Add(row);
    }

    private TaskState State(TaskFlags flags, ulong contingent) =>
        flags.HasFlag(TaskFlags.Canceled) ? TaskState.Cancelled
        : (flags & TaskFlags.Completed) != 0 ? TaskState.Finished
        : _exceptions.IsCancellationRequested(contingent) ? TaskState.Cancelling
        : TaskState.Pending;

    private void DescribeBox(in ObjectBytes o, TaskObjectLayout layout, ref NodeRow row)
    {
        row.Kind = NodeKind.AsyncMethod;
        if (store.MachineOf(o, out _) is not { } machine)
        {
            if (cleared.Of(o.Type) is { } facts)
                SetMethod(facts, ref row);
            else
                builder.AddGap("the method of a task", $"the state machine of {o.Type.DisplayName} could not be read");
            return;
        }

        SetMethod(code.Machine(machine), ref row);
        if (machine.Builder.EndsWith("AsyncVoidMethodBuilder", StringComparison.Ordinal))
            (row.Kind, row.Type) = (NodeKind.AsyncVoid, builder.Intern("async void"));
        else if (machine.Builder.Contains(".AsyncValueTaskMethodBuilder", StringComparison.Ordinal))
            row.Type = builder.Intern(WithResult("ValueTask", layout.ResultType));
    }

    private void DescribeOther(in ObjectBytes o, TaskObjectLayout layout, TaskFlags flags, ref NodeRow row)
    {
        if (TypeNamesOfTasks.IsRuntimeAsync(o.Type.Name))
        {
            builder.RuntimeAsyncChains += row.State is TaskState.Pending or TaskState.Cancelling ? 1 : 0;
            return;
        }

        if (!flags.HasFlag(TaskFlags.PromiseTask) && store.TryGet<DelegateLayout>(layout.Task.Action(o), out var action, out var method))
        {
            row.Kind = NodeKind.Delegate;
            row.Method = delegates.MethodOf(action, method);
            row.Flags |= delegates.KeyOf(action, method) is { } key && FrameworkModules.Contains(key.Module.Name ?? "") ? NodeFlags.Framework : 0;
        }
        else if (owners.CompletionSource(o.Address) is { } source && TypeNamesOfTasks.IsPlainTask(o.Type.Name))
        {
            (row.Kind, row.Type) = (NodeKind.CompletionSource, builder.Intern(source));
        }
    }

    /// <summary>Adds a pooled box that is in use: its machine's builder then refers back to it; a cached one is passed over.</summary>
    private void AddPooled(in ObjectBytes o, PooledBoxLayout layout)
    {
        if (store.MachineOf(o, out var bytes) is not { } machine || machine.BuilderTask(bytes) != o.Address)
            return;
        var row = new NodeRow
        {
            Address = o.Address,
            Kind = NodeKind.PooledValueTask,
            Type = builder.Intern(WithResult("ValueTask", layout.ResultType)),
        };
        SetState(layout.Source.IsCompleted(o), ref row);
        SetMethod(code.Machine(machine), ref row);
        Add(row);
    }

    private void AddIterator(in ObjectBytes o, IteratorLayout layout)
    {
        const int ended = -2;
        var row = new NodeRow { Address = o.Address, Kind = NodeKind.AsyncIterator, Type = builder.Intern("async iterator") };
        SetState(layout.Embedded.State(o) == ended, ref row);
        SetMethod(code.Machine(layout.Embedded), ref row);
        Add(row);
        if (layout.Embedded.BuilderTask(o) is not 0 and var box)
            _iteratorBoxes.Add((box, o.Address));
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
    private bool IsIteratorsBox(in ObjectBytes o, TaskObjectLayout layout) =>
        layout.IsBox && store.TryGet<IteratorLayout>(layout.MachineObject(o), out _, out _);

    private static string WithResult(string head, string result) => result.Length == 0 ? head : $"{head}<{result}>";
}
