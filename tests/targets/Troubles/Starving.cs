using System.Net;
using System.Net.Sockets;

namespace Troubles;

/// <summary>A pool whose workers are all blocked, with work queued and a timer that is due; and one that merely waits for sockets.</summary>
internal static class Starving
{
    public static void Start(bool isInnocent, int? most = 8)
    {
        if (isInnocent)
        {
            var listener = Keep.Alive(new TcpListener(IPAddress.Loopback, 0));
            listener.Start();
            for (int i = 0; i < 30; i++)
                Keep.Alive(Reads(((IPEndPoint)listener.LocalEndpoint).Port));
            Keep.Alive(Soon());
            Scenes.Until(() => ThreadPool.PendingWorkItemCount == 0);
            return;
        }

        ThreadPool.SetMinThreads(2, 2);
        if (most is { } threads)
            ThreadPool.SetMaxThreads(threads, threads);
        var slow = Keep.Alive(Slow());
        for (int i = 0; i < 300; i++)
            Keep.Alive(Task.Run(() => Blocks(slow)));
        Scenes.UntilBlocked(most ?? 2);
        var late = Keep.Alive(Late());
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Scenes.Until(() => clock.ElapsedMilliseconds > 1500);
        Console.WriteLine(late.IsCompleted ? "in time" : "late");
    }

    private static int Blocks(Task<int> slow)
    {
        Scenes.Blocking();
        return slow.Result;
    }

    private static async Task<int> Slow()
    {
        await Task.Delay(TimeSpan.FromHours(1));
        return 1;
    }

    private static async Task Late() => await Task.Delay(100);

    private static async Task Soon() => await Task.Delay(TimeSpan.FromMinutes(30));

    private static async Task Reads(int port)
    {
        var client = Keep.Alive(new TcpClient());
        await client.ConnectAsync(IPAddress.Loopback, port);
        await client.GetStream().ReadAsync(new byte[1]);
    }
}
