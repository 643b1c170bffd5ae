namespace TaskFind.Model;

/// <summary>How the thread pool and the timers stand; what could not be read is null.</summary>
public sealed record PoolInfo
{
    /// <summary>Gets how many workers run something.</summary>
    public int? Busy { get; init; }

    /// <summary>Gets how many workers there are.</summary>
    public int? Workers { get; init; }

    /// <summary>Gets how many workers the pool means to have now.</summary>
    public int? Goal { get; init; }

    /// <summary>Gets the least number of workers that are made without delay.</summary>
    public int? Min { get; init; }

    /// <summary>Gets the most workers that are made.</summary>
    public int? Max { get; init; }

    /// <summary>Gets how many items wait in the global queue.</summary>
    public long? Global { get; init; }

    /// <summary>Gets how many items wait in the queue that goes before the global one.</summary>
    public long? HighPriority { get; init; }

    /// <summary>Gets how many items wait in the queues of single workers.</summary>
    public long? Local { get; init; }

    /// <summary>Gets how long ago a worker last took an item, in milliseconds; null in a dump, which has no sure clock.</summary>
    public long? SinceDequeue { get; init; }

    /// <summary>Gets how many timers are armed.</summary>
    public int? Timers { get; init; }

    /// <summary>Gets how many of them are past their time, in a dump as far as that is certain.</summary>
    public int? OverdueTimers { get; init; }

    /// <summary>Gets by how many milliseconds the most overdue timer is past its time, in a dump at the least; 0 when none is.</summary>
    public long? OverdueBy { get; init; }

    /// <summary>Gets how many items wait in all queues.</summary>
    public long? Queued => Global + HighPriority + Local;
}
