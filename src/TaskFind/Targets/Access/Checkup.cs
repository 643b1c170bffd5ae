namespace TaskFind.Targets.Access;

/// <summary>Is what an examination has found: the checks, the ways that are open, and what to type next.</summary>
internal sealed record Checkup
{
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>Whether it is a dump file that was examined, and no process.</summary>
    public bool IsDumpFile { get; init; }

    /// <summary>Whether the process can be stopped and read; of a dump file, whether it can be read.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether the process can be asked for a dump.</summary>
    public bool IsDump { get; init; }

    /// <summary>What to type, or to do, when a way is closed; a line each.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>Whether there is any way at all.</summary>
    public bool IsPossible => IsLive || IsDump;
}
