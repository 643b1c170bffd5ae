using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Sockets, streams over them, HTTP clients, files and processes: the last thing that a chain of awaits says.</summary>
public sealed partial class NetTests(NetViews views) : IClassFixture<NetViews>
{
    /// <summary>Words with the program's own facts in braces; what stands between double braces is said alive alone.</summary>
    private static readonly (string Method, string Words)[] s_words =
    [
        ("Sockets.Receives", "Socket [receive, fd:{receives.fd}{{, local:'{receives.local}', peer:'{receives.peer}', tcp:established, unread:0}}]"),
        ("Sockets.Accepts", "Socket [accept, fd:{accepts.fd}, local:'{accepts.local}'{{, tcp:listen, unaccepted:0}}]"),
        ("Sockets.Sends", "Socket [send, fd:{sends.fd}{{, local:'{sends.local}', peer:'{sends.peer}', tcp:established, unread:5}}]"),
        ("Sockets.ReceivesFrom", "Socket [receive-from, fd:{udp.fd}, local:'{udp.local}'{{, udp, unread:0}}]"),
        ("Sockets.ReceivesV6", "Socket [receive, fd:{v6.fd}, local:'{v6.local}'{{, udp, unread:0}}]"),
        ("Sockets.ReceivesUnix", "Socket [receive, fd:{unix.fd}, local:'{unix.path}'{{, unix}}]"),
        ("Sockets.ReceivesWithOwnArgs", "Socket [receive, fd:{own.fd}{{, local:'{own.local}', peer:'{own.peer}', tcp:established, unread:0}}]"),
        ("Streams.ReadsNetworkStream", "Socket [receive, fd:{stream.fd}{{, local:'{stream.local}', peer:'{stream.peer}', tcp:established, unread:0}}]"),
        ("Streams.ReadsLine", "StreamReader.ReadLineAsyncInternal() …, Socket [receive, fd:{line.fd}{{, local:'{line.local}', peer:'{line.peer}', tcp:established, unread:0}}]"),
        ("Streams.ReadsSsl", "SslStream.ReadAsyncInternal<TIOAdapter>() …, Socket [receive, fd:{ssl.fd}{{, local:'{ssl.local}', peer:'{ssl.peer}', tcp:established, unread:0}}]"),
        ("Streams.ReceivesWebSocket", "ManagedWebSocket.ReceiveAsyncPrivate<TResult>() …, Socket [receive, fd:{web.fd}{{, local:'{web.local}', peer:'{web.peer}', tcp:established, unread:0}}]"),
        ("Http.Gets1", "HttpClient.SendAsync.Core() …, Socket [receive, fd:…{{peer:'{http1.peer}', tcp:established, unread:0}}]"),
        ("Http.Gets2", "HttpClient.SendAsync.Core() …, Http2Stream [headers, stream:1, method:GET, url:'{http2.url}']"),
        ("Files.ReadsFifo", "File [read, path:'{fifo.path}', fd:{fifo.fd}]"),
        ("Files.WaitsForExit", "Process.WaitForExitAsync() …, Process [exit, pid:{child.pid}]"),
        ("Files.ReadsOutput", "StreamReader.ReadLineAsyncInternal() …, Socket [receive, fd:…{{, pipe}}]"),
    ];

    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory, MemberData(nameof(Views))]
    public void Every_wait_ends_in_its_words(string framework, string view)
    {
        (Model.TaskGraph graph, IReadOnlyDictionary<string, string> facts) = views.Of(framework, view);
        var repr = new Repr(graph);

        Assert.All(s_words, w =>
        {
            Model.TaskNode node = Assert.Single(graph.Nodes, n => !n.IsDone && n.Method?.DisplayName == w.Method);
            string words = OnlyLive().Replace(w.Words, view == "live" ? "$1" : "");
            string expected = string.Join(".*", Fact().Replace(words, m => facts[m.Groups[1].Value]).Split('…').Select(Regex.Escape));
            Assert.Matches($"^{expected}$", repr.WaitsFor(node) ?? "");
        });
    }

    [GeneratedRegex(@"\{\{(.*?)\}\}(?=\])")]
    private static partial Regex OnlyLive();

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Fact();
}
