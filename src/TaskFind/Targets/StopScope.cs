using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Targets;

/// <summary>Is the pause: the target stands still, and the runtime it holds was made after it did; disposing lets the target go.</summary>
internal sealed class StopScope : IDisposable
{
    private readonly IThreadStop _stop;
    private readonly TimeSpan _earlier;
    private readonly Action _released;
    private readonly StopWatchdog? _watchdog;
    private bool _disposed;

    internal StopScope(IThreadStop stop, DataTarget target, ClrRuntime runtime, bool canWalk, int tries, TimeSpan earlier, StopWatchdog? watchdog, Action released)
    {
        _watchdog = watchdog;
        _stop = stop;
        _earlier = earlier;
        _released = released;
        DataTarget = target;
        Runtime = runtime;
        CanWalk = canWalk;
        Tries = tries;
    }

    /// <summary>The target as it stands now.</summary>
    public DataTarget DataTarget { get; }

    /// <summary>The reader of the target's memory.</summary>
    public IDataReader Reader => DataTarget.DataReader;

    /// <summary>The runtime as seen after the stop; it may still be asked for names after letting go.</summary>
    public ClrRuntime Runtime { get; }

    /// <summary>Whether the heap can be walked: false in the midst of a garbage collection.</summary>
    public bool CanWalk { get; }

    /// <summary>The number of stops it took to find the heap walkable.</summary>
    public int Tries { get; }

    /// <summary>The number of threads that stand still; 0 for a dump.</summary>
    public int ThreadCount => _stop.ThreadCount;

    /// <summary>The threads that could not be stopped, by their system id.</summary>
    public IReadOnlyList<int> UnstoppedThreads => _stop.Unstopped;

    /// <summary>The time of this stop so far, or all of it once disposed.</summary>
    public TimeSpan Elapsed => _stop.Elapsed;

    /// <summary>The time the target stood still in this stop and in the tries before it.</summary>
    public TimeSpan TotalElapsed => _earlier + Elapsed;

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _watchdog?.Dispose();
            _stop.Dispose();
            _released();
        }
    }
}
