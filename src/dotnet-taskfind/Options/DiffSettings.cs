namespace TaskFind.Tool.Options;

/// <summary>How a comparison is to be printed, as the command line says it.</summary>
/// <param name="Format">For people or for programs.</param>
/// <param name="File">The file to write to; null for stdout.</param>
/// <param name="Limit">The most places, and the most tasks, to print; null for all.</param>
/// <param name="All">Whether places without a change are shown.</param>
/// <param name="Full">Whether paths are whole.</param>
internal sealed record DiffSettings(OutputFormat Format, string? File, int? Limit, bool All, bool Full);
