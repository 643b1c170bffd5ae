using System.Diagnostics;

namespace TaskFind.Bench.Target;

/// <summary>Looks at the clock without a rest, so that the longest gap between two looks is how long the process stood still.</summary>
internal sealed class Heartbeat : IDisposable
{
    private Thread? _thread;
    private volatile bool _isWatching;
    private long _longest;

    /// <summary>Begins to look.</summary>
    public void Start()
    {
        if (_thread is not null)
            return;
        (_isWatching, _longest) = (true, 0);
        using var running = new ManualResetEventSlim();
        _thread = new Thread(() => Watch(running)) { IsBackground = true, Name = "heartbeat", Priority = ThreadPriority.Highest };
        _thread.Start();
        running.Wait();
    }

    /// <summary>Stops looking and gives the longest gap.</summary>
    public TimeSpan Stop()
    {
        _isWatching = false;
        _thread?.Join();
        _thread = null;
        return Stopwatch.GetElapsedTime(0, _longest);
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private void Watch(ManualResetEventSlim running)
    {
        running.Set();

        // Whether to go on is asked before the clock: else the end may be told before the gap that it ends was seen.
        for (var (last, goesOn) = (Stopwatch.GetTimestamp(), true); goesOn;)
        {
            goesOn = _isWatching;
            var now = Stopwatch.GetTimestamp();
            _longest = Math.Max(_longest, now - last);
            last = now;
        }
    }
}
