using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>The state machine of a kept object, wherever it lies: inside it, or as an object of its own.</summary>
internal readonly ref struct MachineView
{
    private readonly ObjectBytes _bytes;
    private readonly int _slot;
    private readonly ulong _address, _awaited;
    private readonly bool _isCopied;

    private MachineView(MachineLayout layout, in RootRecord record, ObjectBytes bytes)
    {
        (Layout, State, _slot, _awaited) = (layout, record.State, record.Slot, record.Awaited);
        _bytes = bytes;
        (_address, _isCopied) = (record.Address, record.Copy >= 0);
    }

    public MachineLayout Layout { get; }

    public int State { get; }

    /// <summary>Gets the task of the machine's builder: of a pooled method, the box itself while it is in use.</summary>
    public ulong BuilderTask => Layout.BuilderTask(_bytes);

    /// <summary>Finds the machine; false when the object has none, or let go of it when it was done.</summary>
    public static bool TryOf(ObjectStore store, in RootRecord root, out MachineView view)
    {
        view = default;
        if (store.Roots.TypeOf(root).Layout is not IMachineHolder holder)
            return false;
        if (holder.Embedded is { } embedded)
            view = new MachineView(embedded, root, store.Roots.BytesOf(root));
        else if (store.Roots.Find(root.Awaited) is >= 0 and var index)
            view = OfObject(store, store.Roots[index]);
        return view.Layout is not null;
    }

    /// <summary>Gives the state of a kept object's machine; null when it has none, or let go of it.</summary>
    public static int? StateOf(RootTable roots, in RootRecord root) =>
        roots.TypeOf(root).Layout is not IMachineHolder holder ? null
        : holder.Embedded is not null ? root.State
        : roots.Find(root.Awaited) is >= 0 and var index && roots.TypeOf(roots[index]).Layout is IMachineHolder { Embedded: not null } ? roots[index].State
        : null;

    /// <summary>
    /// Tells the awaiter field in use and the reference in it: the field that the code names for this state. Without code: the only one that holds something.
    /// Wrongly yes: an awaiter left over from an earlier await, which compilers clear. Wrongly no: an awaiter struct without a reference.
    /// </summary>
    public (AwaiterSlot? Slot, ulong Reference) Awaiter(string? field)
    {
        var held = Held();
        var slot = field is null ? held ?? (Layout.Awaiters is [var only] ? only : null) : Named(field) ?? held;
        return (slot, slot is null ? 0 : Reference(slot, held));
    }

    /// <summary>
    /// Tells whether cancellation was asked for: a token that the method holds is cancelled, whose source the walk has therefore kept. Wrongly yes: a token that
    /// is not about this work. Wrongly no: a token inside another object.
    /// </summary>
    public bool IsCancellationAsked(RootTable roots)
    {
        if (!Layout.HasTokens)
            return false;
        if (IsCancelled(roots, roots.TokenOf(_address)))
            return true;
        if (!_isCopied)
            return false;
        foreach (var source in Layout.Tokens(_bytes))
        {
            if (IsCancelled(roots, source))
                return true;
        }

        return false;
    }

    private static bool IsCancelled(RootTable roots, ulong source) =>
        source != 0 && roots.Find(source) is >= 0 and var index && roots.TypeOf(roots[index]).Layout is CancellationSourceLayout;

    /// <summary>Adds what a machine of the framework says beyond its place.</summary>
    public void DescribeKnown(WaitContext context, int ordinal, ref NodeRow node) => Layout.Known?.Describe(_bytes, context, ordinal, ref node);

    private AwaiterSlot? Named(string field)
    {
        foreach (var slot in Layout.Awaiters)
        {
            if (slot.Field == field)
                return slot;
        }

        return null;
    }

    private static MachineView OfObject(ObjectStore store, in RootRecord machine) =>
        store.Roots.TypeOf(machine).Layout is IMachineHolder { Embedded: { } layout } ? new MachineView(layout, machine, store.Roots.BytesOf(machine)) : default;

    private AwaiterSlot? Held()
    {
        if (_slot != RootRecord.AskCopy)
            return _slot < 0 ? null : Layout.Awaiters[_slot];
        foreach (var slot in Layout.Awaiters)
        {
            if (slot.Offset >= 0 && _bytes.Ref(slot.Offset) != 0)
                return slot;
        }

        return null;
    }

    private ulong Reference(AwaiterSlot slot, AwaiterSlot? held) =>
        slot.Offset < 0 ? 0
        : _slot == RootRecord.AskCopy ? _bytes.Ref(slot.Offset)
        : slot == held ? _awaited
        : 0;
}
