namespace TaskFind.Scanning.Code;

/// <summary>A source file.</summary>
/// <param name="Path">Its path as the PDB has it.</param>
/// <param name="RepoPath">Its path within the repository; null when that is not known.</param>
internal sealed record SourceFile(string Path, string? RepoPath);
