using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>ThreadPoolWorkQueue</c>: the queues that all workers of the pool take from.</summary>
internal sealed class WorkQueueLayout : FieldsLayout, IPoolPartLayout
{
    private readonly int _global, _high, _low, _assignable;

    private WorkQueueLayout(ClrType type)
        : base(type)
    {
        _global = Reference("workItems");
        _high = Reference("highPriorityWorkItems");
        _low = Reference("lowPriorityWorkItems");
        _assignable = Reference("_assignableWorkItemQueues");
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.ThreadPoolWorkQueue" ? new WorkQueueLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    public ulong HighPriority(in ObjectBytes o) => o.Ref(_high);

    /// <summary>Gives the global queues: one, and on large machines some more that groups of workers prefer; last the one of low priority.</summary>
    /// <param name="o">The work queue.</param>
    /// <param name="store">What was copied.</param>
    /// <param name="isWhole">False when there are more.</param>
    public IReadOnlyList<ulong> Global(in ObjectBytes o, ObjectStore store, out bool isWhole)
    {
        isWhole = true;
        var queues = new List<ulong> { o.Ref(_global) };
        if (store.TryGet<ArrayLayout>(o.Ref(_assignable), out var more, out _))
        {
            isWhole = ArrayLayout.Length(more) == ArrayLayout.Count(more);
            for (var i = 0; i < ArrayLayout.Length(more); i++)
                queues.Add(ArrayLayout.Element(more, i));
        }

        queues.Add(o.Ref(_low));
        return queues;
    }
}
