using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Tells where a state machine stands and which object it awaits there.</summary>
internal sealed class PointReader(ObjectStore store, NodeIndex nodes, TaskGraphBuilder builder, ReadyReader ready)
{
    private const int FirstYield = -4, NeverEnumerated = -3, Ended = -2;

    /// <summary>Writes place and awaited object of a pending machine into its row; a running one is left to <see cref="RunnerReader"/>.</summary>
    public void Read(in MachineView machine, MachineFacts facts, WaitContext context, ref NodeRow node)
    {
        if (machine.State == MachineLayout.Running)
            return;
        if (machine.State >= 0)
            ReadAwait(machine, facts, context, ref node);
        else
            node.Point = facts.Point(Kind(machine.Layout, machine.State), machine.State);
    }

    private static AwaitPointKind Kind(MachineLayout layout, int state) => state switch
    {
        <= FirstYield when layout.IsIterator => AwaitPointKind.Yielded,
        NeverEnumerated when layout.IsIterator => AwaitPointKind.NotStarted,
        Ended => AwaitPointKind.Done,
        _ => AwaitPointKind.Awaiting,
    };

    private void ReadAwait(in MachineView machine, MachineFacts facts, WaitContext context, ref NodeRow node)
    {
        var (slot, reference) = machine.Awaiter(facts.Site(machine.State)?.AwaiterField);
        BoxedAwaiterLayout? layout = null;
        var awaited = slot?.IsObject == true && store.TryGet(reference, out var boxed, out layout) && !layout.IsTooDeep ? layout.Awaited(boxed) : reference;
        if (slot?.Offset == AwaiterSlots.TooDeep || layout?.IsTooDeep == true)
            builder.AddGap("what a task awaits", $"its awaiter has structs inside each other, more than {Limits.Scan.AwaiterDepth}");
        if (awaited != 0)
            context.Await(awaited, ref node);
        var kind = ready.IsInPool(node.Address) || IsReady(slot, awaited) ? AwaitPointKind.Queued : AwaitPointKind.Awaiting;
        if (kind == AwaitPointKind.Awaiting && awaited == 0 && slot?.Type is { } awaiter)
            node.Wait = builder.Add(new WaitRow { Kind = WaitKind.Other, Type = builder.Intern(TypeNames.Display(awaiter)) });
        node.Point = facts.Point(kind, machine.State);
    }

    /// <summary>Tells whether the machine has nothing left to wait for: it yielded, or what it awaits is done.</summary>
    private bool IsReady(AwaiterSlot? slot, ulong awaited)
    {
        if (awaited == 0)
            return slot?.Type?.Contains("YieldAwaitable", StringComparison.Ordinal) == true;
        return nodes.Find(awaited) is >= 0 and var target && builder[target].State is TaskState.Finished or TaskState.Cancelled;
    }
}
