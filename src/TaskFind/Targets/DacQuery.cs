namespace TaskFind.Targets;

/// <summary>Says which debugging library is wanted.</summary>
/// <param name="Target">The target in words, for messages.</param>
/// <param name="RuntimePath">The path of libcoreclr.so, or of the single-file program, as it leads there from here.</param>
/// <param name="BuildId">The build id of the runtime in the target's memory; null when it cannot be read.</param>
internal sealed record DacQuery(string Target, string RuntimePath, byte[]? BuildId)
{
    /// <summary>The build id of the library itself, when the runtime says so: a single-file program has no libcoreclr.so to compare with.</summary>
    public byte[]? DacBuildId { get; init; }

    /// <summary>The runtime's version, for messages.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the runtime's file was removed or replaced since the target started.</summary>
    public bool IsGone { get; init; }

    /// <summary>The user and group of the process; null for a dump.</summary>
    public (uint User, uint Group)? User { get; init; }
}
