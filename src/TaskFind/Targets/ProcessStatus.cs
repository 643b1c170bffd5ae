using System.Globalization;

namespace TaskFind.Targets;

/// <summary>Holds the lines of /proc/PID/status (or of one thread) that say how it stands, whose it is and what it may do; see proc_pid_status(5).</summary>
internal readonly record struct ProcessStatus(char State, int ProcessId, int TracerPid, uint EffectiveUser, int Threads)
{
    /// <summary>The effective group.</summary>
    public uint EffectiveGroup { get; init; }

    /// <summary>The capabilities it could use, a bit each.</summary>
    public ulong Permitted { get; init; }

    /// <summary>The capabilities it uses, a bit each.</summary>
    public ulong Effective { get; init; }

    /// <summary>Whether system calls are filtered: 0 for no, 1 and 2 for the kernel's two ways to do so.</summary>
    public int Seccomp { get; init; }

    /// <summary>The id in its own pid namespace; 0 when the kernel does not say.</summary>
    public int InnerId { get; init; }

    /// <summary>Whether it has another id in its own pid namespace than here.</summary>
    public bool IsInInnerNamespace { get; init; }

    /// <summary>Whether only the entry in the process table is left.</summary>
    public bool IsDead => State is 'Z' or 'X' or 'x';

    /// <summary>Reads the status of a process; null when there is none.</summary>
    public static ProcessStatus? Of(int pid) => Read($"/proc/{pid}/status");

    /// <summary>Reads the status of this process; null where there is no /proc.</summary>
    public static ProcessStatus? OfSelf() => Read("/proc/self/status");

    /// <summary>Reads the status of one thread; null when there is none.</summary>
    public static ProcessStatus? OfThread(int pid, int thread) => Read($"/proc/{pid}/task/{thread}/status");

    /// <summary>Parses the text of a status file.</summary>
    public static ProcessStatus Parse(string text)
    {
        var status = new ProcessStatus { State = '?' };
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            int colon = line.IndexOf(':');
            status = colon < 0 ? status : status.With(line[..colon], line[(colon + 1)..].Trim());
        }

        return status;
    }

    private ProcessStatus With(ReadOnlySpan<char> key, ReadOnlySpan<char> value) => key switch
    {
        "State" => this with { State = value.IsEmpty ? '?' : value[0] },
        "Tgid" => this with { ProcessId = (int)Number(value) },
        "TracerPid" => this with { TracerPid = (int)Number(value) },
        "Threads" => this with { Threads = (int)Number(value) },
        "Uid" => this with { EffectiveUser = Number(SecondOf(value)) },
        "Gid" => this with { EffectiveGroup = Number(SecondOf(value)) },
        "CapPrm" => this with { Permitted = Bits(value) },
        "CapEff" => this with { Effective = Bits(value) },
        "Seccomp" => this with { Seccomp = (int)Number(value) },
        "NSpid" => this with { InnerId = (int)Number(value[(value.LastIndexOf('\t') + 1)..]), IsInInnerNamespace = value.Contains('\t') },
        _ => this,
    };

    // Real, effective, saved and file system user or group, in this order.
    private static ReadOnlySpan<char> SecondOf(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> rest = value[(value.IndexOf('\t') + 1)..];
        int end = rest.IndexOf('\t');
        return end < 0 ? rest : rest[..end];
    }

    private static uint Number(ReadOnlySpan<char> value) => uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : 0;

    private static ulong Bits(ReadOnlySpan<char> value) => ulong.TryParse(value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong bits) ? bits : 0;

    private static ProcessStatus? Read(string path) => ProcText.TryRead(path) is { } text ? Parse(text) : null;
}
