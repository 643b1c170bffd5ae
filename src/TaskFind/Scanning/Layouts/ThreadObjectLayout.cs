using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Threading.Thread</c>: the managed id, the name, and the current SynchronizationContext.</summary>
internal sealed class ThreadObjectLayout : FieldsLayout, IRootLayout
{
    private readonly int _id, _name, _context;

    private ThreadObjectLayout(ClrType type)
        : base(type)
    {
        _id = Value("_managedThreadId", "m_ManagedThreadId");
        _name = Reference("_name", "m_Name");
        _context = Value("_synchronizationContext", "m_SynchronizationContext");
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.Thread" ? new ThreadObjectLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Name(o) == 0 && Context(o) == 0 ? Keeping.Nothing : Keeping.Bytes;

    public int ManagedId(in ObjectBytes o) => o.Int32(_id);

    public ulong Name(in ObjectBytes o) => o.Ref(_name);

    /// <summary>Gives the context to which what the thread starts is sent back.</summary>
    public ulong Context(in ObjectBytes o) => o.Ref(_context);
}
