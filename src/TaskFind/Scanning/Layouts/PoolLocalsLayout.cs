using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>ThreadPoolWorkQueueThreadLocals</c>: which worker a local queue belongs to.</summary>
internal sealed class PoolLocalsLayout : FieldsLayout, IRootLayout
{
    private readonly int _queue, _thread;

    private PoolLocalsLayout(ClrType type)
        : base(type)
    {
        _queue = Reference("workStealingQueue");
        _thread = Reference("currentThread");
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.ThreadPoolWorkQueueThreadLocals" ? new PoolLocalsLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    public ulong Queue(in ObjectBytes o) => o.Ref(_queue);

    /// <summary>Gives the managed id of the worker, 0 when it is not known.</summary>
    public int Thread(in ObjectBytes o, ObjectStore store) =>
        store.TryGet<ThreadObjectLayout>(o.Ref(_thread), out var thread, out var layout) ? layout.ManagedId(thread) : 0;
}
