namespace TaskFind.Model;

/// <summary>How much of the target the look has seen, and what it cost.</summary>
public sealed record Coverage
{
    /// <summary>Gets how many tasks and async methods there were, those included that the look was not for and that are not in the graph.</summary>
    public int Tasks { get; init; }

    /// <summary>Gets how many objects the walk passed.</summary>
    public long Objects { get; init; }

    /// <summary>Gets how long the target stood still; zero for a dump.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Gets how often the target was stopped: again, when a garbage collection was under way; zero for a dump.</summary>
    public int Stops { get; init; }

    /// <summary>Gets how long the whole look took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets why the look was cut short, so that tasks may be missing; null when it saw everything.</summary>
    public string? CutShort { get; init; }

    /// <summary>Gets what is to be known of how the target was looked at, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets what could not be read.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];
}
