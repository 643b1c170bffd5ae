using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>ThreadPoolWorkQueue+WorkStealingQueue</c>: the items that one worker queued, which others steal from the front.</summary>
internal sealed class LocalQueueLayout : FieldsLayout, IPoolPartLayout
{
    private readonly int _array, _mask, _head, _tail;

    private LocalQueueLayout(ClrType type)
        : base(type)
    {
        _array = Reference("m_array");
        _mask = Value("m_mask");
        _head = Value("m_headIndex");
        _tail = Value("m_tailIndex");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.ThreadPoolWorkQueue+WorkStealingQueue" ? new LocalQueueLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Count(o) == 0 ? Keeping.Nothing : Keeping.Bytes;

    /// <summary>Gives the items that were copied, first the one that was queued first, and how many the queue says it has.</summary>
    public IReadOnlyList<ulong> Items(in ObjectBytes o, ObjectStore store, out int total)
    {
        total = 0;
        if (!store.TryGet<ArrayLayout>(o.Ref(_array), out var array, out _))
            return [];
        total = Math.Min(Count(o), ArrayLayout.Count(array));
        var items = new ulong[Math.Min(total, ArrayLayout.Length(array))];
        for (var i = 0; i < items.Length; i++)
            items[i] = ArrayLayout.Element(array, (o.Int32(_head) + i) & o.Int32(_mask));
        return items;
    }

    /// <summary>Both counters only grow, and the difference of two words of nonsense overflows.</summary>
    private int Count(in ObjectBytes o) => Math.Max(o.Int32(_tail) - o.Int32(_head), 0);
}
