using System.Diagnostics;

namespace TaskFind.Bench.Target;

/// <summary>A thread that looks at the clock every millisecond and remembers the longest time it did not come to it.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly Thread _thread;
    private long _longest;
    private volatile bool _ended;

    public Heartbeat()
    {
        _thread = new Thread(Beat) { IsBackground = true, Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    /// <summary>Gives the longest gap in milliseconds, and begins anew.</summary>
    public double TakeLongest() => Interlocked.Exchange(ref _longest, 0) * 1000.0 / Stopwatch.Frequency;

    public void Dispose() => _ended = true;

    private void Beat()
    {
        for (var last = Stopwatch.GetTimestamp(); !_ended;)
        {
            Thread.Sleep(1);
            var now = Stopwatch.GetTimestamp();
            if (now - last > Volatile.Read(ref _longest))
                Volatile.Write(ref _longest, now - last);
            last = now;
        }
    }
}
