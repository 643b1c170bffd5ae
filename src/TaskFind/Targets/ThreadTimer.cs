using System.Diagnostics;

namespace TaskFind.Targets;

/// <summary>
/// A timer with a thread of its own. .NET calls those of its own on the thread pool, and in a host whose pool is starved, as many are that look for hanging
/// tasks, a limit would not be heard while its target stands still.
/// </summary>
/// <param name="elapsed">Is called on the timer's thread; that it comes too late for what was disposed meanwhile is no trouble.</param>
internal sealed class ThreadTimer(Action elapsed) : IDisposable
{
    private readonly object _gate = new();
    private Thread? _thread;
    private long _start;
    private TimeSpan? _time;
    private bool _isDisposed;

    /// <summary>Lets the time begin; what was set before is forgotten.</summary>
    public void Set(TimeSpan time) => Change(time);

    /// <summary>Forgets the time.</summary>
    public void Clear() => Change(null);

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Change(TimeSpan? time)
    {
        lock (_gate)
        {
            (_start, _time) = (Stopwatch.GetTimestamp(), time);
            if (_thread is null && time is not null && !_isDisposed)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "taskfind timer" };
                _thread.Start();
            }

            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        while (IsElapsed())
        {
            try
            {
                elapsed();
            }
            catch (ObjectDisposedException)
            {
                // The look was over in the same moment.
            }
        }
    }

    /// <summary>Waits for the time; false when the timer is no longer needed.</summary>
    private bool IsElapsed()
    {
        lock (_gate)
        {
            while (!_isDisposed)
            {
                if (_time is not { } time)
                {
                    Monitor.Wait(_gate);
                }
                else if (time - Stopwatch.GetElapsedTime(_start) is var left && left > TimeSpan.Zero)
                {
                    Monitor.Wait(_gate, (int)Math.Min(Math.Ceiling(left.TotalMilliseconds), int.MaxValue));
                }
                else
                {
                    _time = null;
                    return true;
                }
            }

            return false;
        }
    }
}
