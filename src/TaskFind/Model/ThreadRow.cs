namespace TaskFind.Model;

/// <summary>The stored form of a <see cref="TaskThread"/>: what joins it to nodes and waits, -1 where absent.</summary>
internal sealed record ThreadRow(int ManagedId, int OSId, string? Name)
{
    /// <summary>Gets the ordinal of the node that it is blocked on.</summary>
    public int Awaits { get; init; } = -1;

    /// <summary>Gets the index of another wait that it is blocked in.</summary>
    public int Wait { get; init; } = -1;

    /// <summary>Gets the ordinal of the node that it runs.</summary>
    public int Runs { get; init; } = -1;

    /// <summary>Gets the indexes of the waits that say what it holds.</summary>
    public IReadOnlyList<int> Holds { get; init; } = [];

    /// <summary>Gets whether it is a worker of the thread pool.</summary>
    public bool IsPool { get; init; }

    /// <summary>Gets the address of its current SynchronizationContext, 0 for none.</summary>
    public ulong Context { get; init; }

    public IReadOnlyList<ThreadFrame> Frames { get; init; } = [];

    public int OmittedFrames { get; init; }
}
