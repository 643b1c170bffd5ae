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
    private long _ticks, _delays, _frames, _badFrames, _threads, _allocations, _signals;

    public string Report() =>
        $"ticks={Volatile.Read(ref _ticks)} delays={Volatile.Read(ref _delays)} frames={Volatile.Read(ref _frames)} badFrames={Volatile.Read(ref _badFrames)} " +
        $"threads={Volatile.Read(ref _threads)} allocations={Volatile.Read(ref _allocations)} signals={Volatile.Read(ref _signals)} gcs={GC.CollectionCount(0)}";

    public IDisposable StartAll()
    {
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
