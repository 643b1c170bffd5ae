using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Copies, while the target stands still, what the kept objects refer to: at most one read for each object.</summary>
internal sealed class ObjectFetcher(IMemoryReader reader, TypeTable types, ObjectStore store, DelegateMethods delegates, Action<string, string> gap)
{
    private const int FirstRead = 128;
    private const ulong FlagBits = 7;
    private readonly List<ulong> _pending = [];
    private readonly NearReader _near = new(reader);
    private readonly byte[] _buffer = new byte[Limits.Scan.ArrayLength * 8];
    private PendingRoots? _roots, _met;

    /// <summary>Copies what kept objects refer to: all of them, or those that a selection does not pass over and what these lead to.</summary>
    public void FetchAll(Selection? selection, CancellationToken cancellation)
    {
        if (selection is not null)
        {
            FetchSelected(selection, cancellation);
            return;
        }

        for (var i = 0; i < store.Roots.Count; i++)
            PushFrom(i);
        Drain(cancellation);
    }

    /// <summary>Tells whether a task of interest leads to a kept object, or is it.</summary>
    public bool HasMet(int root) => _met?.Has(root) == true;

    /// <summary>Copies what the tasks of interest lead to; then what owners of waits are made of, which make no task interesting.</summary>
    private void FetchSelected(Selection selection, CancellationToken cancellation)
    {
        _roots = new PendingRoots(store.Roots.Count, selection);
        foreach (var root in selection.OfInterest)
            _roots.Add(root);
        Drain(cancellation);
        (_met, _roots) = (_roots, null);
        foreach (var owner in store.Roots.OfOwners())
            PushFrom(owner);
        Drain(cancellation);
    }

    /// <summary>Copies some objects more, without what they refer to.</summary>
    public void Fetch(IEnumerable<ulong> addresses, CancellationToken cancellation)
    {
        foreach (var address in addresses)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!store.Contains(address))
                Fetch(address, []);
        }
    }

    /// <summary>Copies what is pending, and what that refers to in turn: in address order, since neighbours are then read together.</summary>
    private void Drain(CancellationToken cancellation)
    {
        for (PushRoots(); _pending.Count > 0; PushRoots())
        {
            var level = _pending.ToArray();
            _pending.Clear();
            Array.Sort(level);
            for (var i = 0; i < level.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (store.Contains(level[i]))
                    continue;
                if (store.FollowedCount >= Limits.Scan.Followed)
                    gap("objects that tasks refer to", $"more than {Limits.Scan.Followed}");
                else if (Fetch(level[i], level.AsSpan(i + 1)) && store.TryGet(level[i], out var o))
                    Push(o);
            }
        }
    }

    private void PushRoots()
    {
        while (_roots?.TryTake(out var root) == true)
            PushFrom(root);
    }

    private void PushFrom(int index)
    {
        ref readonly var root = ref store.Roots[index];
        Push(root.Continuation, root.Address);
        Push(root.Awaited, root.Address);
        if (root.Copy >= 0)
            Push(store.Roots.BytesOf(root));
    }

    private void Push(in ObjectBytes o)
    {
        foreach (var offset in o.Type.Follow)
            Push(o.Ref(offset), o.Address);
        if (o.Type.Layout is not ArrayLayout)
            return;
        for (int i = 0, length = ArrayLayout.Length(o); i < length; i++)
            Push(ArrayLayout.Element(o, i), o.Address);
    }

    private void Push(ulong reference, ulong from)
    {
        if (reference == 0 || reference == from || (reference & FlagBits) != 0)
            return;
        if (store.Roots.Find(reference) is >= 0 and var root)
            _roots?.Add(root);
        else if (store.IsFollowed(reference))
            return;
        else if (_pending.Count < Limits.Scan.Followed)
            _pending.Add(reference);
        else
            gap("objects that tasks refer to", $"more than {Limits.Scan.Followed}");
    }

    private bool Fetch(ulong address, ReadOnlySpan<ulong> following)
    {
        var got = _near.Read(address, _buffer.AsSpan(0, FirstRead), following);
        if (got < 16 || types.Find(BinaryPrimitives.ReadUInt64LittleEndian(_buffer) & ~FlagBits) is not { } type)
            return false;
        var count = type.ComponentSize == 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(8));
        var length = (int)Math.Min((ulong)type.Extent, Math.Max(type.SizeOf(count), 16));
        if (length > got)
            got += Math.Max(0, reader.Read(address + (ulong)got, _buffer.AsSpan(got, length - got)));
        store.Add(address, type, _buffer.AsSpan(0, Math.Min(length, got)));
        if (type.Layout is DelegateLayout && store.TryGet<DelegateLayout>(address, out var o, out var action))
            delegates.Note(o, action);
        return true;
    }
}
