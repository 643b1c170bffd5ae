namespace TaskFind.Targets.Access;

/// <summary>Is everything that decides whether this process may trace another, as it is on this machine; see ptrace(2), "Ptrace access mode checking".</summary>
internal sealed record AccessFacts
{
    public required int Pid { get; init; }

    /// <summary>The user of this process.</summary>
    public required uint OwnUser { get; init; }

    /// <summary>The capabilities of this process.</summary>
    public required ulong OwnCapabilities { get; init; }

    /// <summary>Whether system calls of this process are filtered.</summary>
    public bool IsFiltered { get; init; }

    /// <summary>The target's user; null when it cannot be told.</summary>
    public uint? User { get; init; }

    /// <summary>The capabilities that the target could use.</summary>
    public ulong Capabilities { get; init; }

    /// <summary>The thread that traces the target; 0 for none.</summary>
    public int Tracer { get; init; }

    /// <summary>Whether the target has forbidden its own user to look at it (prctl PR_SET_DUMPABLE): its files in /proc then belong to root.</summary>
    public bool IsUndumpable { get; init; }

    /// <summary>Whether both are in the same user namespace; null when it cannot be told.</summary>
    public bool? SharesUsers { get; init; }

    public required Surroundings Surroundings { get; init; }

    /// <summary>Whether this process may trace those of others.</summary>
    public bool MayTraceOthers => Access.Capabilities.Has(OwnCapabilities, Access.Capabilities.SysPtrace);

    /// <summary>The capabilities that the target has and this process lacks.</summary>
    public ulong Lacking => Capabilities & ~OwnCapabilities;

    /// <summary>Reads the facts about a process.</summary>
    public static AccessFacts Of(int pid)
    {
        ProcessStatus own = ProcessStatus.OfSelf() ?? default;
        ProcessStatus? target = ProcessStatus.Of(pid);
        string? users = ProcText.Link($"/proc/{pid}/ns/user");
        return new AccessFacts
        {
            Pid = pid,
            OwnUser = Libc.GetEUid(),
            OwnCapabilities = own.Effective,
            IsFiltered = own.Seccomp != 0,
            User = target?.EffectiveUser,
            Capabilities = target?.Permitted ?? 0,
            Tracer = target?.TracerPid ?? 0,
            IsUndumpable = target is { EffectiveUser: not 0 and var user } && FileStatus.Of($"/proc/{pid}/status") is { Owner: var owner } && owner != user,
            SharesUsers = users is null ? null : users == ProcText.Link("/proc/self/ns/user"),
            Surroundings = Surroundings.Here(),
        };
    }
}
