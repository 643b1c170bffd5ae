using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>
/// Says which files lie below a folder, and where: by their whole paths, or by the paths within their repository, which may be another one (a package has its own) and count only where
/// such a file is there.
/// </summary>
internal sealed class SourceRoot
{
    private readonly string _root;
    private readonly Func<string, bool> _exists;
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    private SourceRoot(string folder, Func<string, bool> exists) => (_root, _exists) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)).TrimEnd('/') + Path.DirectorySeparatorChar, exists);

    /// <summary>Gives a graph in which each file below the folder has its path relative to it, and no other file has one.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="exists">Tells whether a file is there.</param>
    public static TaskGraph Apply(TaskGraph graph, string folder, Func<string, bool> exists)
    {
        var root = new SourceRoot(folder, exists);
        return graph.WithCode(root.Line);
    }

    private SourceLine Line(SourceLine line)
    {
        var below = line.File.StartsWith(_root, StringComparison.Ordinal) ? RepoPaths.Within(line.File[_root.Length..].Replace('\\', '/')) : null;
        return line with { RepoPath = below is not null && IsThere(below) ? below : line.RepoPath is { } known && IsThere(known) ? known : null };
    }

    private bool IsThere(string path)
    {
        if (!_known.TryGetValue(path, out var isThere))
            _known[path] = isThere = _exists(_root + path);
        return isThere;
    }
}
