using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Follows what is registered on a task to the node, delegate or blocked thread that it resumes, in every shape the runtime uses.</summary>
internal sealed class ContinuationResolver(TaskGraphBuilder builder, ObjectStore store, NodeIndex nodes, DelegateMethods delegates, ThreadJoin threads)
{
    private readonly List<ContinuationRow> _rows = [];

    /// <summary>Resolves <c>m_continuationObject</c> or a value task source's waiter; the span ends with the next call.</summary>
    public ReadOnlySpan<ContinuationRow> Resolve(ulong registered)
    {
        _rows.Clear();
        if (store.TryGet<ListLayout>(registered, out var list, out var layout) && store.TryGet<ArrayLayout>(layout.Items(list), out var items, out _))
        {
            var size = Math.Min(layout.Size(list), ArrayLayout.Length(items));
            if (size < layout.Count(list))
                builder.AddGap("continuations of a task", $"only the first {size} were read");
            for (var i = 0; i < size; i++)
                ResolveOne(ArrayLayout.Element(items, i));
        }
        else
        {
            ResolveOne(registered);
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows);
    }

    /// <summary>Gives the node that something resumes, or -1.</summary>
    public int NodeOf(ulong resumes)
    {
        foreach (var row in Resolve(resumes))
        {
            if (row.Kind == ContinuationKind.Node)
                return row.Target;
        }

        return -1;
    }

    private void ResolveOne(ulong registered)
    {
        var (at, via) = (registered, -1);
        for (var hops = 0; at != 0 && hops < Limits.Scan.ContinuationHops; hops++)
        {
            if (nodes.Find(at) is >= 0 and var node)
            {
                _rows.Add(new ContinuationRow { Kind = ContinuationKind.Node, Address = registered, Target = node, Via = via });
                return;
            }

            if (!store.TryGet(at, out var o))
                return;
            var next = Next(o, ref via);
            if (next == 0)
            {
                AddLast(registered, o, via);
                return;
            }

            at = next;
        }

        if (at != 0)
            builder.AddGap("a continuation of a task", $"it leads over more than {Limits.Scan.ContinuationHops} objects, or in a circle");
    }

    private ulong Next(in ObjectBytes o, ref int via)
    {
        switch (o.Type.Layout)
        {
            case DelegateLayout action:
                return Target(action.Target(o));
            case ContinuationWrapperLayout wrapper:
                return wrapper.Continuation(o);
            case ContinueWithLayout continueWith:
                return continueWith.Task(o);
            case WorkItemLayout item:
                return item.Runs(o, store);
            case ChannelOperationLayout operation:
                return operation.Waiter(o);
            case AwaitContinuationLayout awaiting:
                via = Via(awaiting.Context(o), awaiting.Scheduler(o));
                return awaiting.Action(o);
            default:
                return 0;
        }
    }

    /// <summary>Goes on to a delegate's target only when that is a node or leads to one; a user's closure does not.</summary>
    private ulong Target(ulong target) =>
        nodes.Find(target) >= 0 || store.TryGet<ContinuationWrapperLayout>(target, out _, out _) ? target : 0;

    private void AddLast(ulong registered, in ObjectBytes o, int via)
    {
        var row = new ContinuationRow { Address = registered, Via = via };
        if (o.Type.Layout is DelegateLayout action)
            (row.Kind, row.Target) = (ContinuationKind.Delegate, delegates.MethodOf(o, action));
        else if (threads.BlockedOn(o.Address) is { } thread)
            (row.Kind, row.Target) = (ContinuationKind.BlockedThread, thread);
        else if (o.Type.Name is "System.Object")
            return; // Task.s_taskCompletionSentinel: the task is just completing
        else
            (row.Kind, row.Target) = (ContinuationKind.Other, builder.Intern(o.Type.DisplayName));
        _rows.Add(row);
    }

    private int Via(ulong context, ulong scheduler) =>
        store.TryGet(context, out var o) ? builder.Intern("SynchronizationContext " + o.Type.DisplayName)
        : store.TryGet(scheduler, out o) ? builder.Intern("TaskScheduler " + o.Type.DisplayName)
        : -1;
}
