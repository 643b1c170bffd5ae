using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Busy;

internal sealed class Work
{
    private const PosixSignal RealTimeSignal = (PosixSignal)64;
    private readonly List<object> _kept = [];
    private readonly Dictionary<int, byte[]> _old = [];
    private long _ticks, _delays, _frames, _badFrames, _threads, _allocations, _signals, _requests, _badRequests, _calls, _failures;

    public string Report() =>
        $"ticks={Volatile.Read(ref _ticks)} delays={Volatile.Read(ref _delays)} frames={Volatile.Read(ref _frames)} badFrames={Volatile.Read(ref _badFrames)} " +
        $"threads={Volatile.Read(ref _threads)} allocations={Volatile.Read(ref _allocations)} signals={Volatile.Read(ref _signals)} gcs={GC.CollectionCount(0)} " +
        $"requests={Volatile.Read(ref _requests)} badRequests={Volatile.Read(ref _badRequests)} calls={Volatile.Read(ref _calls)} failures={Volatile.Read(ref _failures)}";

    public IDisposable StartAll()
    {
        // Whatever fails in managed code throws, whether somebody catches it or not.
        AppDomain.CurrentDomain.FirstChanceException += (_, _) => Interlocked.Increment(ref _failures);
        Start(Serve().Ask);
        Start(MakeCalls);
        _kept.Add(new Timer(_ => Interlocked.Increment(ref _ticks), null, 0, 5));
        _kept.Add(DelayForever());
        _kept.Add(StartStream());
        Start(MakeThreads);
        Start(Allocate);
        return PosixSignalRegistration.Create(RealTimeSignal, context =>
        {
            context.Cancel = true;
            Interlocked.Increment(ref _signals);
        });
    }

    public IDisposable? StartSleepers(int count)
    {
        using var started = new CountdownEvent(count);
        for (int i = 0; i < count; i++)
        {
            Start(() =>
            {
                started.Signal();
                Thread.Sleep(Timeout.Infinite);
            });
        }

        started.Wait();
        return null;
    }

    private static void Start(ThreadStart body) => new Thread(body, 256 * 1024) { IsBackground = true }.Start();

    private async Task DelayForever()
    {
        while (true)
        {
            await Task.Delay(10);
            Interlocked.Increment(ref _delays);
        }
    }

    private object StartStream()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var near = new TcpClient();
        near.Connect((IPEndPoint)listener.LocalEndpoint);
        TcpClient far = listener.AcceptTcpClient();
        _kept.Add(Send(near.GetStream()));
        _kept.Add(Receive(far.GetStream()));
        return listener;
    }

    private static async Task Send(NetworkStream stream)
    {
        byte[] frame = new byte[8];
        for (long n = 0; ; n++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(frame, n);
            await stream.WriteAsync(frame);
            if (n % 64 == 0)
            {
                await Task.Delay(1);
            }
        }
    }

    private async Task Receive(NetworkStream stream)
    {
        byte[] frame = new byte[8];
        for (long n = 0; ; n++)
        {
            await stream.ReadExactlyAsync(frame);
            if (BinaryPrimitives.ReadInt64LittleEndian(frame) != n)
            {
                Interlocked.Increment(ref _badFrames);
            }

            Interlocked.Increment(ref _frames);
        }
    }

    // Requests that block their threads, each answered with its own number.
    private (TcpListener Listener, ThreadStart Ask) Serve()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Start(() =>
        {
            using TcpClient client = listener.AcceptTcpClient();
            using var reader = new BinaryReader(client.GetStream());
            using var writer = new BinaryWriter(client.GetStream());
            while (true)
            {
                writer.Write(reader.ReadInt64());
            }
        });
        return (listener, () => Ask((IPEndPoint)listener.LocalEndpoint));
    }

    private void Ask(IPEndPoint server)
    {
        using var client = new TcpClient { ReceiveTimeout = 60_000 };
        client.Connect(server);
        using var reader = new BinaryReader(client.GetStream());
        using var writer = new BinaryWriter(client.GetStream());
        for (long n = 0; ; n++)
        {
            writer.Write(n);
            Interlocked.Increment(ref reader.ReadInt64() == n ? ref _requests : ref _badRequests);
        }
    }

    // System calls that a stop may interrupt: waits with a limit, polls, files.
    private void MakeCalls()
    {
        string file = Path.GetTempFileName();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var never = new ManualResetEvent(false);
        using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        byte[] block = new byte[64 * 1024];
        while (true)
        {
            _ = socket.Poll(1000, SelectMode.SelectRead);
            _ = never.WaitOne(1);
            lock (block)
            {
                Monitor.Wait(block, 1);
            }

            stream.Position = 0;
            stream.Write(block);
            stream.Flush(flushToDisk: false);
            stream.Position = 0;
            stream.ReadExactly(block);
            Thread.Sleep(1);
            Interlocked.Increment(ref _calls);
        }
    }

    private void MakeThreads()
    {
        while (true)
        {
            var thread = new Thread(() => Interlocked.Increment(ref _threads), 256 * 1024);
            thread.Start();
            thread.Join();
        }
    }

    private void Allocate()
    {
        for (int n = 0; ; n++)
        {
            _old[n % 5000] = new byte[200 + (n % 800)];
            Interlocked.Increment(ref _allocations);
            if (n % 20_000 == 0)
            {
                Thread.Sleep(1);
            }
        }
    }
}
