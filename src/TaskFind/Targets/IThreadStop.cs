namespace TaskFind.Targets;

/// <summary>Holds the threads of a target still until it is disposed; doing that twice is harmless.</summary>
internal interface IThreadStop : IDisposable
{
    /// <summary>The number of threads that stand still.</summary>
    int ThreadCount { get; }

    /// <summary>The threads that could not be stopped, by their system id.</summary>
    IReadOnlyList<int> Unstopped { get; }

    /// <summary>The time the target has stood still, or stood still until it was released.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Copies the registers of a stopped thread as the processor context the debugging library expects.</summary>
    bool TryGetContext(uint thread, Span<byte> context);
}
