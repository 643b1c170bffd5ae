namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>What must be said of the Net program.</summary>
internal static class NetSamples
{
    public static IReadOnlyList<WaitSample> All { get; } =
    [
        Of(23, "Sockets.Receives", "Socket [receive, fd:{receives.fd}{{, local:'{receives.local}', peer:'{receives.peer}', tcp:established, unread:0}}]"),
        Of(23, "Sockets.Accepts", "Socket [accept, fd:{accepts.fd}, local:'{accepts.local}'{{, tcp:listen, unaccepted:0}}]"),
        Of(23, "Sockets.Sends", "Socket [send, fd:{sends.fd}{{, local:'{sends.local}', peer:'{sends.peer}', tcp:established, unread:5}}]"),
        Of(23, "Sockets.ReceivesFrom", "Socket [receive-from, fd:{udp.fd}, local:'{udp.local}'{{, udp, unread:0}}]"),
        Of(23, "Sockets.ReceivesV6", "Socket [receive, fd:{v6.fd}, local:'{v6.local}'{{, udp, unread:0}}]"),
        Of(23, "Sockets.ReceivesUnix", "Socket [receive, fd:{unix.fd}, local:'{unix.path}'{{, unix}}]"),
        Of(23, "Sockets.ReceivesWithOwnArgs", "Socket [receive, fd:{own.fd}{{, local:'{own.local}', peer:'{own.peer}', tcp:established, unread:0}}]"),
        Of(24, "Streams.ReadsNetworkStream", "Socket [receive, fd:{stream.fd}{{, local:'{stream.local}', peer:'{stream.peer}', tcp:established, unread:0}}]"),
        Of(24, "Streams.ReadsLine", "StreamReader.ReadLineAsyncInternal() …, Socket [receive, fd:{line.fd}{{, local:'{line.local}', peer:'{line.peer}', tcp:established, unread:0}}]"),
        Of(24, "Streams.ReadsSsl", "SslStream.ReadAsyncInternal<TIOAdapter>() …, Socket [receive, fd:{ssl.fd}{{, local:'{ssl.local}', peer:'{ssl.peer}', tcp:established, unread:0}}]"),
        Of(24, "Streams.ReceivesWebSocket", "ManagedWebSocket.ReceiveAsyncPrivate<TResult>() …, Socket [receive, fd:{web.fd}{{, local:'{web.local}', peer:'{web.peer}', tcp:established, unread:0}}]"),
        Of(24, "Http.Gets1", "HttpClient.SendAsync.Core() …, Socket [receive, fd:…{{peer:'{http1.peer}', tcp:established, unread:0}}]"),
        Of(25, "Http.Gets2", "HttpClient.SendAsync.Core() …, Http2Stream [headers, stream:1, method:GET, url:'{http2.url}']"),
        Of(27, "Files.ReadsFifo", "File [read, path:'{fifo.path}', fd:{fifo.fd}]"),
        Of(29, "Files.WaitsForExit", "Process.WaitForExitAsync() …, Process [exit, pid:{child.pid}]"),
        Of(24, "Files.ReadsOutput", "StreamReader.ReadLineAsyncInternal() …, Socket [receive, fd:…{{, pipe}}]"),
        Of(23, "Sockets.Connects", "Socket [connect, fd:{connects.fd}{{, local:…}}, peer:'{connects.peer}'{{, tcp:syn-sent, unread:0}}]"),
        Of(24, "Streams.AwaitsPipeClient", "NamedPipeServerStream.WaitForConnectionAsync.WaitForConnectionAsyncCore() …, Socket [accept, fd:…, local:'{pipe.path}'{{, unix}}]"),
        Of(27, "Files.WritesFifo", "File [write, path:'{full.path}', fd:{full.fd}]"),
    ];

    private static WaitSample Of(int row, string method, string words) => new([row], "Net", method, SampleWhat.WaitsFor, words) { IsLiteral = true };
}
