using TaskFind.Targets;

namespace TaskFind.Tool.Options;

/// <summary>What to look at and how, as the command line says it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Look">How to look.</param>
/// <param name="Verbose">Whether to say more.</param>
internal sealed record LookSettings(TargetSpec Target, LookOptions Look, bool Verbose)
{
    /// <summary>Gets the folder that holds the sources; null when none is known.</summary>
    public string? SourceRoot { get; init; }
}
