using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>
/// Tells the ends and the state of a live process's sockets, through /proc, when the process runs again: the tables are read once, when the first
/// socket is asked for. Wrongly yes: a descriptor that was closed and given to another socket since the stop. Wrongly no: one that was closed.
/// </summary>
/// <param name="pid">The process.</param>
/// <param name="most">How many sockets are read.</param>
internal sealed class SocketTable(int pid, int most = Limits.Target.Sockets)
{
    private static readonly (string File, string Protocol)[] s_tables = [("tcp", "tcp"), ("tcp6", "tcp"), ("udp", "udp"), ("udp6", "udp"), ("unix", "unix")];
    private Dictionary<ulong, SocketEntry>? _byInode;

    /// <summary>Gets whether the tables had more than was read; known when a socket has been asked for.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Gives what is known of a descriptor's socket; null when nothing is.</summary>
    public SocketEntry? Of(long descriptor)
    {
        if (descriptor is < 0 or > int.MaxValue || ProcText.Link(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/fd/{descriptor}")) is not { } link)
            return null;
        // The runtime reads a child's output through a Socket object over a pipe.
        if (Path.GetFileName(link).StartsWith("pipe:[", StringComparison.Ordinal))
            return new SocketEntry("pipe", null, null, null, null);
        if (Inode(Path.GetFileName(link)) is not { } inode)
            return null;

        _byInode ??= Read();
        return _byInode.GetValueOrDefault(inode);
    }

    private static ulong? Inode(string link)
    {
        const string head = "socket:[";
        return link.StartsWith(head, StringComparison.Ordinal) && link.EndsWith(']')
            && ulong.TryParse(link.AsSpan(head.Length, link.Length - head.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var inode) ? inode : null;
    }

    private Dictionary<ulong, SocketEntry> Read()
    {
        var sockets = new Dictionary<ulong, SocketEntry>();
        foreach (var (file, protocol) in s_tables)
        {
            using var lines = new StringReader(ProcText.TryRead($"/proc/{pid}/net/{file}", out var isWhole) ?? "");
            IsCut |= !isWhole;
            while (lines.ReadLine() is { } line)
            {
                if ((protocol == "unix" ? SocketLine.Unix(line) : SocketLine.Internet(protocol, line)) is not var (inode, entry))
                    continue;
                if (sockets.Count == most)
                {
                    IsCut = true;
                    return sockets;
                }

                sockets.TryAdd(inode, entry);
            }
        }

        return sockets;
    }
}
