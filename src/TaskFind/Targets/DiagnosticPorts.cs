using System.Globalization;

namespace TaskFind.Targets;

/// <summary>Finds the sockets on which .NET processes listen for diagnostics, <c>dotnet-diagnostic-4711-144922-socket</c>.</summary>
internal static class DiagnosticPorts
{
    private const string Prefix = "dotnet-diagnostic-", Ending = "-socket";

    /// <summary>Gives the name of the socket of a process, by its id in its own namespace and its start in clock ticks since boot.</summary>
    public static string NameOf(int pid, ulong start) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{pid}-{start}{Ending}");

    /// <summary>Gives whose they are, by id and start time: a process that was killed leaves its socket to whoever gets its id next.</summary>
    public static IReadOnlySet<(int Pid, ulong Start)> In(string folder)
    {
        var owners = new HashSet<(int Pid, ulong Start)>();
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, $"{Prefix}*{Ending}"))
            {
                string[] parts = Path.GetFileName(path)[Prefix.Length..^Ending.Length].Split('-');
                if (parts is [var id, var start]
                    && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
                    && ulong.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out ulong ticks))
                {
                    owners.Add((pid, ticks));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without the folder only the names tell.
        }

        return owners;
    }
}
