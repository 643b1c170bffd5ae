using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>SemaphoreSlim</c>: its count and its queue of asynchronous waiters.</summary>
internal sealed class SemaphoreLayout : FieldsLayout, IRootLayout
{
    private readonly int _head, _count;

    private SemaphoreLayout(ClrType type)
        : base(type)
    {
        _head = Reference("m_asyncHead", "_asyncHead");
        _count = Value("m_currentCount", "_currentCount");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.SemaphoreSlim" || type.BaseType?.Name == "System.Threading.SemaphoreSlim" ? new SemaphoreLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Head(o) == 0 ? Keeping.Nothing : Keeping.Bytes;

    public ulong Head(in ObjectBytes o) => o.Ref(_head);

    public int Count(in ObjectBytes o) => o.Int32(_count);
}
