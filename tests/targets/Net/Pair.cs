using System.Net;
using System.Net.Sockets;

namespace Net;

/// <summary>Two sockets that are connected over the loopback device.</summary>
internal sealed record Pair(Socket Client, Socket Server)
{
    private static readonly List<Pair> s_kept = [];

    public static Pair Tcp(string? fact = null)
    {
        using Socket listener = Listen();
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndPoint!);
        var pair = new Pair(client, listener.Accept());
        s_kept.Add(pair);
        if (fact is not null)
        {
            Facts.Add(fact + ".fd", client.Handle);
            Facts.Add(fact + ".local", pair.Server.RemoteEndPoint);
            Facts.Add(fact + ".peer", pair.Server.LocalEndPoint);
        }

        return pair;
    }

    public static Socket Listen()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        return listener;
    }
}
