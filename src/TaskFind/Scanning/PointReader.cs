using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Tells where a state machine stands and which object it awaits there.</summary>
internal sealed class PointReader(ObjectStore store, NodeIndex nodes, TaskGraphBuilder builder)
{
    private const int FirstYield = -4, NeverEnumerated = -3, Ended = -2;

    /// <summary>Writes place and awaited object of a pending machine into its row; a running one is left to <see cref="RunnerReader"/>.</summary>
    public void Read(in ObjectBytes o, MachineLayout layout, MachineFacts facts, WaitContext context, ref NodeRow node)
    {
        var state = layout.State(o);
        if (state == MachineLayout.Running)
            return;
        if (state >= 0)
            ReadAwait(o, layout, facts, state, context, ref node);
        else
            node.Point = facts.Point(Kind(layout, state), state);
    }

    private static AwaitPointKind Kind(MachineLayout layout, int state) => state switch
    {
        <= FirstYield when layout.IsIterator => AwaitPointKind.Yielded,
        NeverEnumerated when layout.IsIterator => AwaitPointKind.NotStarted,
        Ended => AwaitPointKind.Done,
        _ => AwaitPointKind.Awaiting,
    };

    private void ReadAwait(in ObjectBytes o, MachineLayout layout, MachineFacts facts, int state, WaitContext context, ref NodeRow node)
    {
        var slot = Slot(o, layout, facts.Site(state)?.AwaiterField);
        var awaited = slot is null ? 0 : Awaited(o, slot);
        if (awaited != 0)
            context.Await(awaited, ref node);
        var kind = IsReady(slot, awaited) ? AwaitPointKind.Queued : AwaitPointKind.Awaiting;
        if (kind == AwaitPointKind.Awaiting && awaited == 0 && slot?.Type is { } awaiter)
            node.Wait = builder.Add(new WaitRow { Kind = WaitKind.Other, Type = builder.Intern(TypeNames.Display(awaiter)) });
        node.Point = facts.Point(kind, state);
    }

    /// <summary>
    /// Tells the awaiter field: the one the code names for this state. Without code: the only one that holds something.
    /// Wrongly yes: an awaiter left over from an earlier await, which compilers clear. Wrongly no: an awaiter struct without a reference.
    /// </summary>
    private static AwaiterSlot? Slot(in ObjectBytes o, MachineLayout layout, string? field)
    {
        AwaiterSlot? held = null;
        foreach (var slot in layout.Awaiters)
        {
            if (slot.Field == field)
                return slot;
            if (held is null && slot.Offset >= 0 && o.Ref(slot.Offset) != 0)
                held = slot;
        }

        return field is null ? held ?? (layout.Awaiters is [var only] ? only : null) : held;
    }

    private ulong Awaited(in ObjectBytes o, AwaiterSlot slot)
    {
        var reference = slot.Offset < 0 ? 0 : o.Ref(slot.Offset);
        return slot.IsObject && store.TryGet<BoxedAwaiterLayout>(reference, out var boxed, out var layout) ? layout.Awaited(boxed) : reference;
    }

    /// <summary>Tells whether the machine has nothing left to wait for: it yielded, or what it awaits is done.</summary>
    private bool IsReady(AwaiterSlot? slot, ulong awaited)
    {
        if (awaited == 0)
            return slot?.Type?.Contains("YieldAwaitable", StringComparison.Ordinal) == true;
        return nodes.Find(awaited) is >= 0 and var target && builder[target].State is TaskState.Finished or TaskState.Cancelled;
    }
}
