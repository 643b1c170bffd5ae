using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>Socket</c>: its handle, and those of its ends that the program has asked for.</summary>
internal sealed class SocketLayout : FieldsLayout
{
    private readonly int _handle, _local, _remote, _right, _listening;

    private SocketLayout(ClrType type)
        : base(type)
    {
        _handle = Reference("_handle");
        _local = Reference("_localEndPoint");
        _remote = Reference("_remoteEndPoint");
        _right = Reference("_rightEndPoint");
        _listening = Value("_isListening");
    }

    public static ILayout? TryFor(ClrType type) => TypeNames.DerivesFrom(type, "System.Net.Sockets.Socket") ? new SocketLayout(type) : null;

    public ulong Handle(in ObjectBytes o) => o.Ref(_handle);

    public bool IsListening(in ObjectBytes o) => o.Bool(_listening);

    /// <summary>Gives the own end: the one asked for, or the one that a listening socket was bound to.</summary>
    public ulong Local(in ObjectBytes o) => o.Ref(_local) is not 0 and var local ? local : IsListening(o) ? o.Ref(_right) : 0;

    public ulong Remote(in ObjectBytes o) => o.Ref(_remote);
}
