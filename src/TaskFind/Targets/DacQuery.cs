namespace TaskFind.Targets;

/// <summary>Says which debugging library is wanted.</summary>
/// <param name="Target">The target in words, for messages.</param>
/// <param name="RuntimePath">The path of libcoreclr.so as the target sees it.</param>
/// <param name="Root">The folder that is the root of that path on this machine; empty for our own root.</param>
/// <param name="BuildId">The build id of the runtime in the target's memory; null when it cannot be read.</param>
internal sealed record DacQuery(string Target, string RuntimePath, string Root, byte[]? BuildId)
{
    /// <summary>The build id of the library itself, when the runtime says so: a single-file program has no libcoreclr.so to compare with.</summary>
    public byte[]? DacBuildId { get; init; }

    /// <summary>The runtime's version, for messages.</summary>
    public string? Version { get; init; }
}
