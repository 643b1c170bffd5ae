using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>ConcurrentQueue&lt;T&gt;</c>: the first of its segments.</summary>
internal sealed class ConcurrentQueueLayout : FieldsLayout
{
    private readonly int _head;

    private ConcurrentQueueLayout(ClrType type)
        : base(type) => _head = Reference("_head");

    public static ILayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Collections.Concurrent.ConcurrentQueue<", StringComparison.Ordinal) == true && !type.IsArray
            ? new ConcurrentQueueLayout(type)
            : null;

    /// <summary>Gives how many items are in a queue.</summary>
    /// <param name="o">The queue.</param>
    /// <param name="store">What was copied.</param>
    /// <param name="isWhole">False when there are more: a segment was not read, or they are too many, or go in a circle.</param>
    public long Count(in ObjectBytes o, ObjectStore store, out bool isWhole)
    {
        var (count, next) = (0L, o.Ref(_head));
        foreach (var segment in Segments(next, store))
        {
            next = segment;
            if (!store.TryGet<QueueSegmentLayout>(segment, out var s, out var layout))
                break;
            count += layout.Count(s, store);
            next = layout.Next(s);
        }

        isWhole = next == 0;
        return count;
    }

    /// <summary>Gives the items that were copied, in their order, first the one that is taken next; 0 where one is just coming or going.</summary>
    public IEnumerable<ulong> Items(in ObjectBytes o, ObjectStore store) =>
        Segments(o.Ref(_head), store).SelectMany(s => QueueSegmentLayout.Items(s, store)).Take(Limits.Scan.QueueLength);

    private static IEnumerable<ulong> Segments(ulong first, ObjectStore store)
    {
        var seen = new HashSet<ulong>();
        for (var at = first; at != 0 && seen.Count < Limits.Scan.QueueSegments && seen.Add(at);)
        {
            yield return at;
            at = store.TryGet<QueueSegmentLayout>(at, out var o, out var layout) ? layout.Next(o) : 0;
        }
    }
}
