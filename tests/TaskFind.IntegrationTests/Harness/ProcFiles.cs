namespace TaskFind.IntegrationTests.Harness;

/// <summary>What /proc says of a process.</summary>
internal static class ProcFiles
{
    /// <summary>The state letter of a process (R, S, D, t, T, Z, X), or null when there is none with this id.</summary>
    public static char? State(int pid) => StateIn($"/proc/{pid}/stat");

    /// <summary>The threads of a process that a debugger or a signal has stopped, by their folders.</summary>
    public static IReadOnlyList<string> StoppedThreads(int pid) =>
        [.. Directory.GetDirectories($"/proc/{pid}/task").Where(t => StateIn(Path.Combine(t, "stat")) is 't' or 'T')];

    /// <summary>The path of the first mapped file with this name, or null when none is mapped.</summary>
    public static string? MappedFile(int pid, string name)
    {
        string suffix = "/" + name;
        return TryRead($"/proc/{pid}/maps")?
            .Split('\n')
            .Where(line => line.EndsWith(suffix, StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])
            .FirstOrDefault();
    }

    // "pid (name) S …", where the name may hold blanks and parentheses.
    private static char? StateIn(string path) =>
        TryRead(path) is { } stat && stat.LastIndexOf(')') is > 0 and var end && end + 2 < stat.Length ? stat[end + 2] : null;

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
