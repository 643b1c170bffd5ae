using System.Globalization;

namespace TaskFind.Targets;

/// <summary>Finds the .NET processes of this machine from /proc alone: nothing is attached, no port is asked.</summary>
internal static class ProcessList
{
    /// <summary>Lists them by name, then by id, without this process itself.</summary>
    public static IReadOnlyList<ProcessEntry> DotNet()
    {
        if (!OperatingSystem.IsLinux())
        {
            return ElsewhereProcessList.DotNet();
        }

        var users = UserNames.Load();
        IReadOnlySet<(int Pid, ulong Start)> ports = DiagnosticPorts.In(Path.GetTempPath());
        return [.. AllIds()
            .Where(pid => pid != Environment.ProcessId)
            .Select(pid => Describe(pid, users, ports))
            .OfType<ProcessEntry>()
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ThenBy(p => p.ProcessId)];
    }

    /// <summary>Finds the processes with a name: the entry assembly's or the executable's, with or without ending; by exact case if there are any, else by any case.</summary>
    public static IReadOnlyList<ProcessEntry> Named(string name)
    {
        IReadOnlyList<ProcessEntry> all = DotNet();
        string bare = EntryName.WithoutEnding(name);
        List<ProcessEntry> exact = [.. all.Where(p => Has(p, bare, StringComparison.Ordinal))];
        return exact.Count > 0 ? exact : [.. all.Where(p => Has(p, bare, StringComparison.OrdinalIgnoreCase))];
    }

    private static bool Has(ProcessEntry process, string name, StringComparison how) =>
        process.Name.Equals(name, how) || process.ShortName.Equals(name, how);

    private static IEnumerable<int> AllIds()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
            {
                yield return pid;
            }
        }
    }

    private static ProcessEntry? Describe(int pid, UserNames users, IReadOnlySet<(int Pid, ulong Start)> ports)
    {
        if (ProcessStatus.Of(pid) is not { IsDead: false } status || ProcText.CommandLine(pid) is not { Length: > 0 } command)
        {
            return null;
        }

        MemoryMap? map = Map(pid, out bool isTooLong);
        MappedFile? runtime = map?.Runtime;

        // The map of a process that may not be read looks empty or is refused: its name or its diagnostics port gives it away.
        bool hidden = map is null || map.Files.Count == 0;
        bool hasPort = runtime is null && ports.Contains((pid, ProcText.StartTime(pid)));
        SingleFileRuntime? single = hasPort && !hidden ? SingleFile(pid, map!) : null;
        if (runtime is null && single is null && !(hidden && (hasPort || Path.GetFileName(command[0]) == "dotnet")))
        {
            return null;
        }

        return new ProcessEntry(
            pid,
            EntryName.Of(command),
            EntryName.WithoutEnding(Path.GetFileName(command[0])),
            users.NameOf(status.EffectiveUser),
            runtime is null ? single?.Version : RuntimeVersion.FromPath(runtime.Path) ?? VersionOnDisk(pid, runtime),
            (runtime ?? single?.Image)?.Path,
            string.Join(' ', command),
            isTooLong ? "its memory map is too long" : hidden ? "this user may not read it" : null);
    }

    private static MemoryMap? Map(int pid, out bool isTooLong)
    {
        isTooLong = false;
        try
        {
            return MemoryMap.Of(pid);
        }
        catch (TargetException)
        {
            isTooLong = true;
            return null;
        }
    }

    private static SingleFileRuntime? SingleFile(int pid, MemoryMap map)
    {
        try
        {
            return SingleFileRuntime.Of(pid, map, new LiveReader(pid));
        }
        catch (TargetException)
        {
            return null; // NativeAOT
        }
    }

    private static string? VersionOnDisk(int pid, MappedFile runtime) =>
        RuntimeVersion.FromFile(ProcessRoot.Of(pid).Here(runtime.Path));
}
