using System.Net;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Targets;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>IPEndPoint</c>, <c>UnixDomainSocketEndPoint</c> and <c>DnsEndPoint</c>.</summary>
internal sealed class EndPointLayout : FieldsLayout
{
    private readonly int _address, _port, _path, _host;

    private EndPointLayout(ClrType type)
        : base(type)
    {
        _address = Reference("_address");
        _port = Value("_port");
        _path = Reference("_path");
        _host = Reference("_host");
    }

    public static ILayout? TryFor(ClrType type) => TypeNames.DerivesFrom(type, "System.Net.EndPoint") ? new EndPointLayout(type) : null;

    /// <summary>Writes the end at an address of the target; null when it is none, or none yet.</summary>
    public static string? Text(ObjectStore store, ulong address)
    {
        if (!store.TryGet<EndPointLayout>(address, out var o, out var layout))
            return null;
        var port = o.Int32(layout._port);
        if (store.Text(o.Ref(layout._path)) is { } path)
            return path;
        if (port is <= 0 or > ushort.MaxValue)
            return null;
        return store.Text(o.Ref(layout._host)) is { } host ? FormattableString.Invariant($"{host}:{port}")
            : store.TryGet<AddressLayout>(o.Ref(layout._address), out var bytes, out var ip) && ip.Read(store, bytes) is { } found ? SocketLine.EndText(found, port)
            : null;
    }
}
