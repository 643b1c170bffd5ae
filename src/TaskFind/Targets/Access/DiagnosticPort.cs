namespace TaskFind.Targets.Access;

/// <summary>Says whether a process can be asked through its runtime's diagnostics port, and why not.</summary>
/// <param name="Path">The socket, as seen from here; null for none.</param>
/// <param name="WhyNot">Why it cannot be asked, which completes "because"; null when it can.</param>
internal sealed record DiagnosticPort(string? Path, string? WhyNot)
{
    // Each switches the port off when its value is 0, see "Runtime configuration options for debugging and profiling".
    private static readonly string[] s_switches = ["DOTNET_EnableDiagnostics", "COMPlus_EnableDiagnostics", "DOTNET_EnableDiagnostics_IPC", "COMPlus_EnableDiagnostics_IPC"];

    /// <summary>Finds the port of a process.</summary>
    public static DiagnosticPort Of(int pid)
    {
        string[] variables = ProcText.TryRead($"/proc/{pid}/environ")?.Split('\0') ?? [];
        ProcessRoot root = ProcessRoot.Of(pid);
        string folder = variables.FirstOrDefault(v => v.StartsWith("TMPDIR=/", StringComparison.Ordinal))?[7..] ?? "/tmp";
        int inner = ProcessStatus.Of(pid)?.InnerId is > 0 and int id ? id : pid;
        string name = DiagnosticPorts.NameOf(inner, ProcText.StartTime(pid));
        string? found = new[] { root.Root + folder, System.IO.Path.GetTempPath() }.Select(f => System.IO.Path.Combine(f, name)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            return new DiagnosticPort(null, SwitchedOff(variables) ?? NoSocket(pid, root, folder));
        }

        // Connecting takes the right to write; the runtime gives it to its own user alone.
        uint own = Libc.GetEUid();
        return FileStatus.Of(found) is { Owner: var owner } && own != 0 && owner != own
            ? new DiagnosticPort(found, $"its diagnostics port is for user {UserNames.Load().NameOf(owner)} alone")
            : new DiagnosticPort(found, null);
    }

    private static string? SwitchedOff(string[] variables)
    {
        foreach (string name in s_switches)
        {
            if (variables.Contains(name + "=0", StringComparer.Ordinal))
            {
                return $"it was started with {name}=0";
            }
        }

        return null;
    }

    private static string NoSocket(int pid, ProcessRoot root, string folder)
    {
        string where = $"'{Trouble.Shown(folder)}'{(root.IsElsewhere ? " of its container" : "")}";
        return IsReadOnly(pid, folder)
            ? $"{where} is read-only for it, so its runtime could make no socket there"
            : $"there is no socket of its runtime in {where}: it is no .NET process, was started with diagnostics off or another TMPDIR, or the folder was cleaned";
    }

    // "36 35 98:0 /mnt1 /mnt2 ro,noatime master:1 - ext3 …": the mount with the longest fitting path is the one.
    private static bool IsReadOnly(int pid, string folder)
    {
        string[] best = [];
        foreach (string line in ProcText.TryRead($"/proc/{pid}/mountinfo")?.Split('\n') ?? [])
        {
            string[] fields = line.Split(' ');
            if (fields.Length > 5 && (folder + "/").StartsWith(fields[4].TrimEnd('/') + "/", StringComparison.Ordinal) && (best.Length == 0 || fields[4].Length >= best[4].Length))
            {
                best = fields;
            }
        }

        return best.Length > 0 && best[5].Split(',').Contains("ro");
    }
}
