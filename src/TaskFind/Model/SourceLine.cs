namespace TaskFind.Model;

/// <summary>A statement in a source file, from a portable PDB's sequence point: lines and columns count from 1.</summary>
/// <param name="File">The path as the PDB has it.</param>
/// <param name="Line">The line on which the statement begins.</param>
/// <param name="EndLine">The line on which it ends.</param>
/// <param name="Column">The column in which it begins.</param>
public sealed record SourceLine(string File, int Line, int EndLine, int Column)
{
    /// <summary>Gets the path within the repository, with forward slashes; null when neither the PDB's SourceLink map nor anybody else tells it.</summary>
    public string? RepoPath { get; init; }

    /// <summary>Gets the file's name without its folders, whichever slash the compiler's machine used.</summary>
    public string FileName => File[(File.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    /// <summary>Writes the place as <c>OrderService.cs:41</c>.</summary>
    public override string ToString() => $"{FileName}:{Line}";
}
