namespace TaskFind.Targets;

/// <summary>Says how a target is opened and stopped.</summary>
public sealed record TargetOptions
{
    /// <summary>The runtime's debugging library (libmscordaccore.so) or the folder it is in; null to take the one that belongs to the target.</summary>
    public string? DacPath { get; init; }

    /// <summary>Whether to load the target's debugging library even when others than root and this user could have written it.</summary>
    public bool TrustDac { get; init; }

    /// <summary>The time each thread of the target is given to come to a stop.</summary>
    public TimeSpan ThreadStopTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How a process is looked at.</summary>
    public LookVia Via { get; init; }
}
