using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TaskFind.IntegrationTests.Harness;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>The Web program, and the clients that ask it over the loopback device.</summary>
internal sealed class WebTarget : IDisposable
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<TcpClient> _clients = [];
    private readonly Uri _http1, _http2;

    public WebTarget(int expected, params string[] arguments)
        : this(Runtimes.Net10, expected, arguments)
    {
    }

    public WebTarget(string framework, int expected, params string[] arguments)
    {
        Process = TargetProcess.Start("Web", framework, [$"{expected}", .. arguments]);
        _http1 = new Uri(Process.ReadLine());
        _http2 = new Uri(Process.ReadLine());
    }

    public TargetProcess Process { get; }

    /// <summary>No request can be older.</summary>
    public TimeSpan Age => _clock.Elapsed;

    /// <summary>Gives the target when every request has come to its wait.</summary>
    public TargetProcess Ready()
    {
        Process.ReadUntil();
        return Process;
    }

    /// <summary>Sends a request on a connection of its own and asks for no answer.</summary>
    public void Send(string method, string path) => Write(Connect(), method, path);

    /// <summary>Sends a request that is answered; its connection stays, without a request.</summary>
    public async Task AnswerAndKeepAliveAsync(string path)
    {
        TcpClient client = Connect();
        Write(client, "GET", path);
        var seen = "";
        var buffer = new byte[4096];
        while (!seen.EndsWith("0\r\n\r\n", StringComparison.Ordinal) && !seen.EndsWith("hello", StringComparison.Ordinal))
            seen += Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer));
    }

    /// <summary>Clients that ask for the path again and again until they are disposed.</summary>
    public WebLoad KeepBusy(string path, int clients) => new(new Uri(_http1, path), clients);

    /// <summary>Sends a request over HTTP/2 with prior knowledge; the client keeps the connection.</summary>
    public HttpClient SendOverHttp2(string path)
    {
        var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        _ = client.GetAsync(new Uri(_http2, path));
        return client;
    }

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        Process.Dispose();
    }

    private TcpClient Connect()
    {
        var client = new TcpClient(_http1.Host, _http1.Port);
        _clients.Add(client);
        return client;
    }

    private static void Write(TcpClient client, string method, string path) =>
        client.GetStream().Write(Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"));
}
