namespace TaskFind.Targets;

/// <summary>Follows one thread of the target from seizing to letting go.</summary>
internal sealed class TracedThread(int id)
{
    public int Id { get; } = id;

    /// <summary>Whether the thread stands in a tracing stop of ours.</summary>
    public bool Stopped { get; set; }

    /// <summary>Whether the thread did not come to a stop in its time.</summary>
    public bool TimedOut { get; set; }

    /// <summary>The signal that our stop caught on its way, to be passed on when letting go; 0 for none.</summary>
    public int Signal { get; set; }

    /// <summary>The time when the thread was told to stop.</summary>
    public long InterruptedAt { get; set; }

    /// <summary>The registers in the kernel's order, or null when they could not be read.</summary>
    public ulong[]? Registers { get; set; }
}
