using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Threading.Lock</c> (.NET 9 and later) while a thread holds it.</summary>
internal sealed class LockLayout : FieldsLayout, IRootLayout
{
    // Lock.State: the waiters are counted above the seven bits of flags and spinners.
    private const int WaiterShift = 7;
    private readonly int _owner, _state;

    private LockLayout(ClrType type)
        : base(type)
    {
        _owner = Value("_owningThreadId");
        _state = Value("_state");
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.Lock" ? new LockLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Owner(o) == 0 ? Keeping.Nothing : Keeping.Bytes;

    /// <summary>Gives the operating system's id of the thread that holds it.</summary>
    public int Owner(in ObjectBytes o) => o.Int32(_owner);

    public int Waiting(in ObjectBytes o) => (int)(o.UInt32(_state) >> WaiterShift);
}
