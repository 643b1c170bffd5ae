using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Threading.Channels.AsyncOperation</c> and its subclasses, which do not know their channel: it is found from its own end.</summary>
internal sealed class ChannelOperationLayout : FieldsLayout, IRootLayout, IPromiseLayout
{
    private readonly int _next, _waiter;

    private ChannelOperationLayout(ClrType type)
        : base(type)
    {
        _next = Reference("<Next>k__BackingField", "Next", "_next");
        _waiter = Reference("_continuationState");
    }

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Threading.Channels.AsyncOperation") ? new ChannelOperationLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    public ulong Next(in ObjectBytes o) => o.Ref(_next);

    /// <summary>Gives what goes on when it is done: it queues itself in the pool for that.</summary>
    public ulong Waiter(in ObjectBytes o) => o.Ref(_waiter);

    /// <summary>
    /// Tells channel, side and place. Abandoned is an operation that a task stands for and that nothing continues with.
    /// Wrongly yes: a task that somebody keeps and means to await later. Wrongly no: one whose awaiting method is itself forgotten.
    /// </summary>
    public void Describe(in ObjectBytes promise, WaitContext context, ref NodeRow node)
    {
        if (context.Owners.PlaceOf(promise.Address) is { } place && context.Store.TryGet<ChannelLayout>(place.Owner, out var o, out var channel))
            node.Wait = channel.Describe(o, promise.Address, place, node is { Kind: NodeKind.Promise, Continuations: NodeRow.NoContinuation }, context);
        else
            node.Wait = context.Builder.Add(new WaitRow { Kind = WaitKind.Other, Address = promise.Address, Type = context.Builder.Intern(promise.Type.DisplayName) });
    }
}
