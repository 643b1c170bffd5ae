using System.Net;
using System.Net.Sockets;

namespace Troubles;

/// <summary>Requests that wait for the only connection that an HttpClient may make, to a server that does not answer.</summary>
internal static class Connections
{
    public static void Start(bool isInnocent)
    {
        var listener = Keep.Alive(new TcpListener(IPAddress.Loopback, 0));
        listener.Start();
        var client = Keep.Alive(new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = isInnocent ? 100 : 1 }) { Timeout = Timeout.InfiniteTimeSpan });
        string url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        for (int i = 0; i < 20; i++)
            Keep.Alive(Gets(client, url));
        int made = 0;
        Scenes.Until(() =>
        {
            while (listener.Pending())
            {
                Keep.Alive(listener.AcceptTcpClient());
                made++;
            }

            return made == (isInnocent ? 20 : 1);
        });
        Scenes.Until(() => ThreadPool.PendingWorkItemCount == 0);
    }

    private static async Task Gets(HttpClient client, string url) => await client.GetStringAsync(url);
}
