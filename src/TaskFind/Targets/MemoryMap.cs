using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Lists which files are mapped where in a process.</summary>
internal sealed class MemoryMap
{
    private const string Deleted = " (deleted)";

    private MemoryMap(IReadOnlyList<MappedFile> files, bool isWhole) => (Files, IsWhole) = (files, isWhole);

    /// <summary>The mapped files by ascending address, one entry a file.</summary>
    public IReadOnlyList<MappedFile> Files { get; }

    /// <summary>The runtimes: a host may load several.</summary>
    public IReadOnlyList<MappedFile> Runtimes => [.. Files.Where(f => Path.GetFileName(f.Path) == "libcoreclr.so")];

    /// <summary>The first runtime, or null when the process has none.</summary>
    public MappedFile? Runtime => Files.FirstOrDefault(f => Path.GetFileName(f.Path) == "libcoreclr.so");

    /// <summary>Whether all of the map was read.</summary>
    public bool IsWhole { get; }

    /// <summary>Reads the map of a process; null when the process is gone or may not be read. Throws when it is too long, and no runtime is in what was read.</summary>
    public static MemoryMap? Of(int pid, int mostLines = Limits.Target.MapLines)
    {
        if (ProcText.TryRead($"/proc/{pid}/maps", out bool isWhole) is not { } text)
        {
            return null;
        }

        MemoryMap map = Parse(text, mostLines);
        return (isWhole && map.IsWhole) || map.Runtime is not null ? map : throw Trouble.MapTooLong(pid);
    }

    /// <summary>Reads the map of this process; null where there is none.</summary>
    public static MemoryMap? OfSelf() => ProcText.TryRead("/proc/self/maps") is { } text ? Parse(text) : null;

    /// <summary>Gives the path without the words by which the kernel says that the file has gone.</summary>
    public static string? PathIn(string? link) => link?.EndsWith(Deleted, StringComparison.Ordinal) == true ? link[..^Deleted.Length] : link;

    /// <summary>Parses the text of a maps file and passes over lines that make no sense.</summary>
    public static MemoryMap Parse(string maps, int mostLines = Limits.Target.MapLines)
    {
        var byPath = new Dictionary<string, MappedFile>(StringComparer.Ordinal);
        int count = 0;
        foreach (ReadOnlySpan<char> line in maps.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
            {
                continue;
            }

            if (++count > mostLines)
            {
                break;
            }

            // "7f00-7f10 r-xp 00000000 fd:00 1234   /usr/lib/libc.so.6": the path starts at the first slash.
            int slash = line.IndexOf('/');
            int dash = line.IndexOf('-');
            int space = line.IndexOf(' ');
            if (slash < 0 || dash < 0 || space < dash || slash < space
                || !ulong.TryParse(line[..dash], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong begin)
                || !ulong.TryParse(line[(dash + 1)..space], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong end))
            {
                continue;
            }

            string text = line[slash..].ToString(), path = PathIn(text)!;
            bool deleted = path.Length != text.Length;
            byPath[path] = byPath.TryGetValue(path, out MappedFile? known)
                ? known with { Begin = Math.Min(begin, known.Begin), End = Math.Max(end, known.End) }
                : new MappedFile(path, begin, end, deleted);
        }

        return new MemoryMap([.. byPath.Values.OrderBy(f => f.Begin)], count <= mostLines);
    }
}
