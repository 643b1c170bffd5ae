namespace TaskFind.Targets.Access;

/// <summary>Names the capabilities of Linux, see capabilities(7).</summary>
internal static class Capabilities
{
    /// <summary>To read and stop processes of others.</summary>
    public const int SysPtrace = 19;

    // In the order of their numbers, from include/uapi/linux/capability.h.
    private static readonly string[] s_names =
    [
        "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "LINUX_IMMUTABLE", "NET_BIND_SERVICE", "NET_BROADCAST",
        "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER", "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT", "SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN", "SYS_BOOT", "SYS_NICE",
        "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE", "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP", "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG", "WAKE_ALARM",
        "BLOCK_SUSPEND", "AUDIT_READ", "PERFMON", "BPF", "CHECKPOINT_RESTORE",
    ];

    /// <summary>Tells whether a set has a capability.</summary>
    public static bool Has(ulong set, int capability) => (set >> capability & 1) != 0;

    /// <summary>Names the capabilities of a set, at most three, without the prefix CAP_.</summary>
    public static string Names(ulong set)
    {
        string[] names = [.. Enumerable.Range(0, 64).Where(n => Has(set, n)).Select(n => n < s_names.Length ? s_names[n] : $"number {n}")];
        return names.Length <= 3 ? string.Join(", ", names) : string.Join(", ", names.Take(3)) + $" and {names.Length - 3} more";
    }
}
