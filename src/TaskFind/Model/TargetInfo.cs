namespace TaskFind.Model;

/// <summary>What was looked at: the process or dump and its runtime.</summary>
/// <param name="Kind">A live process, a dump or a capture.</param>
/// <param name="Pid">The process id, when known.</param>
/// <param name="Name">The name of the entry assembly or of the file.</param>
/// <param name="Runtime">The runtime's version, <c>10.0.12</c>; null when it could not be told.</param>
/// <param name="Architecture">The processor architecture, <c>x64</c>.</param>
public sealed record TargetInfo(TargetKind Kind, int? Pid, string Name, string? Runtime, string Architecture)
{
    /// <summary>
    /// Gets where the runtime's library, or the single file that it is in, lies in memory: the system chooses another place at each start, so this tells a process that was
    /// restarted from the one before, whose id it may have got. 0 when it could not be told.
    /// </summary>
    public ulong RuntimeBase { get; init; }
}
