using TaskFind.Model;
using TaskFind.Targets;

namespace TaskFind.Tool.Output;

/// <summary>Reads the lines of source files, when they are where the PDB says.</summary>
internal sealed class SourceText
{
    // The target says which file it is: one that is no source is none of its business.
    private static readonly string[] Endings = [".cs", ".vb", ".fs", ".razor", ".cshtml"];

    private readonly Dictionary<string, string[]?> _files = new(StringComparer.Ordinal);

    /// <summary>Returns a line; null when the file is not there.</summary>
    public string? Line(SourceLine place)
    {
        if (!_files.TryGetValue(place.File, out var lines) && _files.Count < Limits.Text.SourceFiles)
            _files[place.File] = lines = Read(place.File);
        return lines is not null && place.Line >= 1 && place.Line <= lines.Length ? lines[place.Line - 1] : null;
    }

    private static string[]? Read(string path)
    {
        try
        {
            return Path.IsPathFullyQualified(path) && Endings.Contains(Path.GetExtension(path)) && IsSmallFile(path) ? File.ReadAllLines(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // A pipe with the name of a source file would be read for ever.
    private static bool IsSmallFile(string path) => new FileInfo(path) is { Exists: true, Length: > 0 and <= Limits.Text.SourceBytes };
}
