namespace TaskFind.Tool.Options;

/// <summary>How a tree is to be printed, as the command line says it.</summary>
/// <param name="Format">For people or for programs.</param>
/// <param name="File">The file to write to; null for stdout.</param>
/// <param name="Limit">The most lines of text.</param>
/// <param name="Full">Whether paths are whole.</param>
/// <param name="Framework">Whether the methods of the framework are lines too.</param>
internal sealed record TreeSettings(OutputFormat Format, string? File, int Limit, bool Full, bool Framework);
