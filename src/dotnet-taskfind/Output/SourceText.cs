using TaskFind.Model;

namespace TaskFind.Tool.Output;

/// <summary>Reads the lines of source files, when they are where the PDB says.</summary>
internal sealed class SourceText(string? root)
{
    // The target says which file it is: one that is no source is none of its business.
    private static readonly string[] Endings = [".cs", ".vb", ".fs", ".razor", ".cshtml"];

    private readonly Dictionary<string, string[]?> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tooLarge = new(StringComparer.Ordinal);

    /// <summary>Gets how many lines were asked for in files that were not opened, because there are too many of them or they are too large.</summary>
    public int Omitted { get; private set; }

    /// <summary>Returns a line; null when the file is not there.</summary>
    public string? Line(SourceLine place)
    {
        if (!_files.TryGetValue(place.File, out var lines))
        {
            if (_files.Count == Limits.Text.SourceFiles)
            {
                Omitted += IsSource(place.File) ? 1 : 0;
                return null;
            }

            _files[place.File] = lines = Read(place.File) ?? (BelowRoot(place.RepoPath) is { } path ? Read(path) : null);
        }

        Omitted += _tooLarge.Contains(place.File) ? 1 : 0;
        return lines is not null && place.Line >= 1 && place.Line <= lines.Length ? lines[place.Line - 1] : null;
    }

    // The target says which file it is: it must lie below the root, and no link is followed, which could lead out of it.
    private string? BelowRoot(string? repoPath)
    {
        if (root is null || repoPath is null || RepoPaths.Within(repoPath) is null)
            return null;
        var at = root;
        foreach (var part in repoPath.Split('/'))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
                return null;
        }

        return at;
    }

    private string[]? Read(string path)
    {
        try
        {
            // A pipe with the name of a source file would be read for ever.
            if (!IsSource(path) || new FileInfo(path) is not { Exists: true, Length: > 0 } file)
                return null;
            if (file.Length <= Limits.Text.SourceBytes)
                return File.ReadAllLines(path);
            _tooLarge.Add(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsSource(string path) => Path.IsPathFullyQualified(path) && Endings.Contains(Path.GetExtension(path));
}
