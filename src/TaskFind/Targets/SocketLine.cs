using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Reads one line of <c>/proc/PID/net/tcp</c>, <c>tcp6</c>, <c>udp</c>, <c>udp6</c> or <c>unix</c>.</summary>
internal static class SocketLine
{
    private static readonly string[] s_states =
    [
        "", "established", "syn-sent", "syn-recv", "fin-wait-1", "fin-wait-2", "time-wait", "close", "close-wait", "last-ack", "listen", "closing", "new-syn-recv",
    ];

    /// <summary>Reads a line of an internet protocol's table; null for a headline and for anything else that is none.</summary>
    public static (ulong Inode, SocketEntry Entry)? Internet(string protocol, string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 10 || !ulong.TryParse(fields[9], NumberStyles.None, CultureInfo.InvariantCulture, out var inode) || inode == 0
            || !int.TryParse(fields[3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var state))
        {
            return null;
        }

        var queues = fields[4].Split(':');
        long? queued = queues.Length == 2 && uint.TryParse(queues[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
        var word = protocol == "tcp" && state > 0 && state < s_states.Length ? s_states[state] : null;
        return (inode, new SocketEntry(protocol, End(fields[1]), End(fields[2]), word, queued));
    }

    /// <summary>Reads a line of the table of Unix domain sockets.</summary>
    public static (ulong Inode, SocketEntry Entry)? Unix(string line)
    {
        var fields = line.Split(' ', 8, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 7 || !ulong.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out var inode) || inode == 0)
            return null;
        var path = fields.Length == 8 ? fields[7] : null;
        return (inode, new SocketEntry("unix", path?.Length > Limits.Target.SocketPathLength ? path[..Limits.Target.SocketPathLength] + "…" : path, null, null, null));
    }

    /// <summary>Reads <c>0100007F:1F90</c>, whose address is in words of the machine's byte order; null for port 0, which is no end.</summary>
    private static string? End(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is not (8 or 32) || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var port) || port == 0)
            return null;
        var bytes = new byte[colon / 2];
        for (var i = 0; i < bytes.Length; i += 4)
        {
            if (!uint.TryParse(text.AsSpan(i * 2, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var word))
                return null;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i), word);
        }

        return EndText(new IPAddress(bytes), port);
    }

    /// <summary>Writes an end; an IPv4 address that an IPv6 socket wraps is written as the former.</summary>
    public static string EndText(IPAddress address, int port) =>
        new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port).ToString();
}
