using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the channels of <c>System.Threading.Channels</c>: items, capacity, and the queues of those who wait to read or write.</summary>
internal sealed class ChannelLayout : FieldsLayout, IOwnerLayout
{
    private static readonly (string Type, string? Flag)[] s_kinds =
    [
        ("BoundedChannel<", null), ("UnboundedChannel<", "unbounded"), ("UnboundedPrioritizedChannel<", "prioritized"),
        ("RendezvousChannel<", "rendezvous"), ("SingleConsumerUnboundedChannel<", "singleConsumer"),
    ];

    private readonly string? _flag;
    private readonly string _name;
    private readonly int _items, _capacity;
    private readonly (string Side, int At)[] _queues;

    private ChannelLayout(ClrType type, string? flag)
        : base(type)
    {
        (_flag, _name) = (flag, $"Channel<{TypeNames.Display(TypeNames.FirstArguments(type.Name ?? ""))}>");
        _items = Reference("_items");
        _capacity = Value("_bufferedCapacity");
        // 10 keeps the heads of rings; 8 and 9 double-ended queues, and the tails of rings.
        _queues =
        [
            ("read", Reference("_blockedReadersHead", "_blockedReaders", "_blockedReader")),
            ("write", Reference("_blockedWritersHead", "_blockedWriters")),
            ("waitToRead", Reference("_waitingReadersHead", "_waitingReadersTail", "_waitingReader")),
            ("waitToWrite", Reference("_waitingWritersHead", "_waitingWritersTail")),
        ];
        IsTail = Fields.Find("_waitingReadersTail") is not null;
    }

    private bool IsTail { get; }

    public static ILayout? TryFor(ClrType type)
    {
        const string space = "System.Threading.Channels.";
        if (type.Name is not { } name || !name.StartsWith(space, StringComparison.Ordinal) || name.Contains(">+", StringComparison.Ordinal))
            return null;
        var kind = Array.Find(s_kinds, k => name.AsSpan(space.Length).StartsWith(k.Type));
        return kind.Type is null ? null : new ChannelLayout(type, kind.Flag);
    }

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    public void Index(in ObjectBytes o, WaitOwners owners)
    {
        foreach (var (side, at) in _queues)
        {
            if (o.Ref(at) is not 0 and var first)
                owners.AddQueue(o.Address, "the queue of a channel", Operations(owners, first), side);
        }
    }

    /// <summary>Says what the operation at a place waits for.</summary>
    public int Describe(in ObjectBytes o, ulong operation, OwnedPlace place, bool isAbandoned, WaitContext context)
    {
        var facts = new List<WaitFact> { WaitFact.Flag(place.Side ?? "wait") };
        if (_flag is not null)
            facts.Add(WaitFact.Flag(_flag));
        if (Items(o, context) is { } items)
            facts.Add(_capacity < 0 ? WaitFact.Of("items", items) : WaitFact.Share("items", items, o.Int32(_capacity)));
        facts.Add(WaitFact.Share("waiter", place.Position, place.Waiters));
        if (isAbandoned)
            facts.Add(WaitFact.Flag("abandoned"));
        var row = new WaitRow { Kind = WaitKind.Channel, Address = operation, Type = context.Builder.Intern(_name), Owner = o.Address };
        return context.Builder.Add(row, [.. facts]);
    }

    private long? Items(in ObjectBytes o, WaitContext context)
    {
        if (context.Store.TryGet<SizedLayout>(o.Ref(_items), out var queue, out var sized))
            return sized.Size(queue);
        if (!context.Store.TryGet<ConcurrentQueueLayout>(o.Ref(_items), out queue, out var concurrent))
            return null;
        var items = concurrent.Count(queue, context.Store, out var isWhole);
        if (!isWhole)
            context.Builder.AddGap("the items of a channel", "not all of their segments were read");
        return items;
    }

    private IEnumerable<ulong> Operations(WaitOwners owners, ulong first)
    {
        var store = owners.Store;
        if (!store.TryGet<SizedLayout>(first, out var queue, out var sized))
            return Ring(store, IsTail ? Next(store, first) : first);
        var operations = sized.Elements(queue, store);
        if (operations.Count < sized.Size(queue))
            owners.Tell("the queue of a channel", $"only {operations.Count} of those who wait were read");
        return operations;
    }

    private static IEnumerable<ulong> Ring(ObjectStore store, ulong head)
    {
        var at = head;
        do
        {
            if (at == 0)
                yield break;
            yield return at;
            at = Next(store, at);
        }
        while (at != head);
    }

    /// <summary>Gives the next in the ring; a single consumer's operation stands alone.</summary>
    private static ulong Next(ObjectStore store, ulong operation) =>
        store.TryGet<ChannelOperationLayout>(operation, out var o, out var layout) && layout.Next(o) is not 0 and var next ? next : operation;
}
