namespace TaskFind.Targets;

/// <summary>Finds the folder under which a process's paths mean what they say.</summary>
internal static class ProcessRoot
{
    /// <summary>Gives an empty string when the process sees the same files as we do, else /proc/PID/root.</summary>
    public static string Of(int pid)
    {
        string? mounts = ProcText.Link($"/proc/{pid}/ns/mnt");
        bool same = mounts is null || mounts == ProcText.Link("/proc/self/ns/mnt");
        return same && ProcText.Link($"/proc/{pid}/root") is null or "/" ? "" : $"/proc/{pid}/root";
    }
}
