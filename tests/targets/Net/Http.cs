using System.Net;
using System.Net.Sockets;

namespace Net;

/// <summary>Waits for the answers of HTTP servers that never give one.</summary>
internal static class Http
{
    private static readonly List<object> s_kept = [];
    private static readonly CountdownEvent s_asked = new(2);

    public static void StartAll()
    {
        Sites.Start(() => Gets1(Serve("http1", [])));
        Sites.Start(() => Gets2(Serve("http2", [0, 0, 0, 4, 0, 0, 0, 0, 0])));
        s_asked.Wait();
    }

    private static async Task Gets1(string url)
    {
        var client = new HttpClient();
        s_kept.Add(client);
        await Sites.At(client.GetAsync(url), "Http.Gets1");
    }

    private static async Task Gets2(string url)
    {
        var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        s_kept.Add(client);
        await Sites.At(client.GetAsync(url), "Http.Gets2");
    }

    /// <summary>Takes one connection, greets, reads the request, and says no more.</summary>
    private static string Serve(string name, byte[] greeting)
    {
        Socket listener = Pair.Listen();
        var url = $"http://{listener.LocalEndPoint}/{name}?x=1";
        Facts.Add(name + ".url", url);
        Facts.Add(name + ".peer", listener.LocalEndPoint);
        new Thread(() =>
        {
            Socket server = listener.Accept();
            s_kept.Add(server);
            server.Send(greeting);
            var seen = new List<byte>();
            var buffer = new byte[4096];
            while (!IsWhole(seen, greeting.Length > 0) && server.Receive(buffer) is > 0 and var n)
            {
                seen.AddRange(buffer[..n]);
            }

            s_asked.Signal();
        }) { IsBackground = true }.Start();
        return url;
    }

    /// <summary>A request of HTTP/1.1 ends with an empty line; in HTTP/2 a frame of type 1 (HEADERS) on stream 1 must be there.</summary>
    private static bool IsWhole(List<byte> seen, bool isHttp2)
    {
        if (!isHttp2)
        {
            return seen is [.., 13, 10, 13, 10];
        }

        for (int at = 24; at + 9 <= seen.Count;)
        {
            if (seen[at + 3] == 1)
            {
                return true;
            }

            at += 9 + ((seen[at] << 16) | (seen[at + 1] << 8) | seen[at + 2]);
        }

        return false;
    }
}
