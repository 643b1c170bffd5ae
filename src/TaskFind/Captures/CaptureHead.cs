namespace TaskFind.Captures;

/// <summary>What a graph has once, and how many of the things in the pools are the graph's own; the others are those of threads and running methods.</summary>
internal sealed record CaptureHead
{
    public DateTimeOffset TakenAt { get; init; }

    public int RuntimeAsyncChains { get; init; }

    public bool IsDeep { get; init; }

    public int Strings { get; init; }

    public int Methods { get; init; }

    public int Points { get; init; }

    public bool HasLoadedMethods { get; init; }
}
