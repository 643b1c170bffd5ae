namespace TaskFind.Scanning.Code;

/// <summary>Holds where on this machine the modules and PDBs of a target may lie.</summary>
internal sealed class CodeSources
{
    /// <summary>Only the paths as the target gives them.</summary>
    public static CodeSources Default { get; } = new();

    /// <summary>What to put before a path of the target, in order: "/proc/123/root" for a live process, "" for the path as it is.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [""];

    /// <summary>The folder of the target's executable, for modules whose name has no folder (single-file programs); null where unknown.</summary>
    public string? ProgramFolder { get; init; }

    /// <summary>The folders the user named with --symbols.</summary>
    public SymbolFolders Symbols { get; init; } = new([]);

    /// <summary>Lists where a path of the target may be found.</summary>
    public IEnumerable<string> Places(string path)
    {
        if (path.StartsWith('/'))
        {
            return Roots.Select(root => root + path);
        }

        if (Path.IsPathFullyQualified(path))
        {
            return [path];
        }

        return ProgramFolder is null || path.Length == 0 ? [] : Roots.Select(root => root + Path.Combine(ProgramFolder, Path.GetFileName(path)));
    }
}
