using System.Net;
using System.Net.Sockets;

namespace Net;

/// <summary>Waits for sockets themselves.</summary>
internal static class Sockets
{
    public static void StartAll()
    {
        Sites.Start(Receives);
        Sites.Start(Accepts);
        Sites.Start(Sends);
        Sites.Start(ReceivesFrom);
        Sites.Start(ReceivesUnix);
        Sites.Start(ReceivesWithOwnArgs);
        Sites.Start(ReceivesV6);
        Sites.Start(Connects);
    }

    private static async Task Receives()
    {
        Pair pair = Pair.Tcp("receives");
        await Sites.At(pair.Client.ReceiveAsync(new byte[16].AsMemory()), "Sockets.Receives");
    }

    private static async Task Accepts()
    {
        Socket listener = Pair.Listen();
        Facts.Add("accepts.fd", listener.Handle);
        Facts.Add("accepts.local", listener.LocalEndPoint);
        await Sites.At(listener.AcceptAsync(), "Sockets.Accepts");
    }

    /// <summary>Sends more than any buffer takes, with five bytes to read that nobody reads.</summary>
    private static async Task Sends()
    {
        Pair pair = Pair.Tcp("sends");
        pair.Server.Send(new byte[5]);
        await Sites.At(pair.Client.SendAsync(new byte[256 << 20].AsMemory()), "Sockets.Sends");
    }

    private static async Task ReceivesFrom()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Facts.Add("udp.fd", socket.Handle);
        Facts.Add("udp.local", socket.LocalEndPoint);
        await Sites.At(socket.ReceiveFromAsync(new byte[16].AsMemory(), SocketFlags.None, new IPEndPoint(IPAddress.Any, 0)), "Sockets.ReceivesFrom");
    }

    private static async Task ReceivesUnix()
    {
        string path = Path.Combine(Files.Folder, "unix.sock");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        client.Connect(listener.LocalEndPoint!);
        Socket server = listener.Accept();
        Facts.Add("unix.fd", server.Handle);
        Facts.Add("unix.path", path);
        await Sites.At(server.ReceiveAsync(new byte[16].AsMemory()), "Sockets.ReceivesUnix");
        GC.KeepAlive(client);
    }

    private static async Task ReceivesWithOwnArgs()
    {
        Pair pair = Pair.Tcp("own");
        await Sites.At(new OwnArgs().Receive(pair.Client), "Sockets.ReceivesWithOwnArgs");
    }

    /// <summary>Knocks where one has come before and nobody is let in: the kernel drops what comes then.</summary>
    private static async Task Connects()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        first.Connect(listener.LocalEndPoint!);
        var second = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        Facts.Add("connects.fd", second.Handle);
        Facts.Add("connects.peer", listener.LocalEndPoint);
        await Sites.At(second.ConnectAsync(listener.LocalEndPoint!, CancellationToken.None), "Sockets.Connects");
        GC.KeepAlive((listener, first));
    }

    private static async Task ReceivesV6()
    {
        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        Facts.Add("v6.fd", socket.Handle);
        Facts.Add("v6.local", socket.LocalEndPoint);
        await Sites.At(socket.ReceiveAsync(new byte[16].AsMemory()), "Sockets.ReceivesV6");
    }
}
