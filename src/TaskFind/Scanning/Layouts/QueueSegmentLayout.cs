using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads a segment of a <c>ConcurrentQueue&lt;T&gt;</c>: a ring of slots between two counters that only grow.</summary>
internal sealed class QueueSegmentLayout : FieldsLayout
{
    private readonly int _slots, _next, _head, _tail, _frozen;

    private QueueSegmentLayout(ClrType type)
        : base(type)
    {
        _slots = Reference("_slots");
        _next = Reference("_nextSegment");
        _frozen = Value("_frozenForEnqueues");
        var ends = Fields.Struct("_headAndTail");
        _head = Keep(ends?.Offset("Head") ?? -1);
        _tail = Keep(ends?.Offset("Tail") ?? -1);
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name is { } name && name.StartsWith("System.Collections.Concurrent.ConcurrentQueueSegment<", StringComparison.Ordinal)
            && !type.IsArray && !name.Contains(">+", StringComparison.Ordinal)
            ? new QueueSegmentLayout(type)
            : null;

    public ulong Next(in ObjectBytes o) => o.Ref(_next);

    public int Count(in ObjectBytes o, ObjectStore store)
    {
        // A segment that is closed for new items has its tail moved on by twice its length.
        var length = store.TryGet(o.Ref(_slots), out var slots) ? ArrayLayout.Count(slots) : 0;
        var count = o.Int32(_tail) - o.Int32(_head) - (o.Bool(_frozen) ? length * 2 : 0);
        return Math.Clamp(count, 0, length);
    }

    /// <summary>Gives the items of a segment that were copied, in their order.</summary>
    public static IReadOnlyList<ulong> Items(ulong segment, ObjectStore store)
    {
        if (!store.TryGet<QueueSegmentLayout>(segment, out var o, out var layout) || !store.TryGet<ArrayLayout>(o.Ref(layout._slots), out var slots, out _))
            return [];
        var items = new ulong[Math.Min(layout.Count(o, store), ArrayLayout.Length(slots))];
        var mask = ArrayLayout.Count(slots) - 1;
        for (var i = 0; i < items.Length; i++)
            items[i] = ArrayLayout.Element(slots, (o.Int32(layout._head) + i) & mask);
        return items;
    }
}
