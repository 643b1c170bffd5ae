using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>SemaphoreSlim</c>: its count, its queue of asynchronous waiters, and how many threads are blocked on it.</summary>
internal sealed class SemaphoreLayout : FieldsLayout, IOwnerLayout
{
    private readonly int _head, _count, _threads;

    private SemaphoreLayout(ClrType type)
        : base(type)
    {
        _head = Reference("m_asyncHead", "_asyncHead");
        _count = Value("m_currentCount", "_currentCount");
        _threads = Value("m_waitCount", "_waitCount");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.SemaphoreSlim" || type.BaseType?.Name == "System.Threading.SemaphoreSlim" ? new SemaphoreLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Head(o) == 0 && Threads(o) <= 0 ? Keeping.Nothing : Keeping.Bytes;

    public void Index(in ObjectBytes o, WaitOwners owners) =>
        owners.AddQueue(o.Address, "a semaphore's queue", Waiters(owners.Store, Head(o)));

    private ulong Head(in ObjectBytes o) => o.Ref(_head);

    public int Count(in ObjectBytes o) => o.Int32(_count);

    /// <summary>Gives how many threads are blocked on it.</summary>
    public int Threads(in ObjectBytes o) => o.Int32(_threads);

    private static IEnumerable<ulong> Waiters(ObjectStore store, ulong head)
    {
        for (var at = head; at != 0;)
        {
            yield return at;
            at = store.TryGet<TaskObjectLayout>(at, out var o, out var layout) && layout.Promise is SemaphoreNodeLayout node ? node.Next(o) : 0;
        }
    }
}
