namespace TaskFind.Targets.Access;

/// <summary>Examines whether a dump can be looked at, by opening it.</summary>
internal static class DumpCheck
{
    /// <summary>Opens the dump and says how far that went.</summary>
    public static Checkup Of(string path, TargetOptions options, CancellationToken ct)
    {
        try
        {
            using var session = TargetSession.Open(TargetSpec.ForDump(path), options, ct);
            return new Checkup
            {
                IsDumpFile = true,
                IsLive = true,
                Checks =
                [
                    new Check("dump", CheckMark.Fine, $"a whole core dump of {Trouble.Shown(session.Name)}{(session.ProcessId is { } pid ? $", process {pid}" : "")}"),
                    new Check("runtime", CheckMark.Fine, $".NET {session.RuntimeVersion ?? "of an unknown version"}"),
                    new Check("debugging library", CheckMark.Fine, Trouble.Shown(session.DacPath ?? "ClrMD's own choice")),
                    session.Runtime.Heap.CanWalkHeap
                        ? new Check("heap", CheckMark.Fine, "it is there and can be walked")
                        : new Check("heap", CheckMark.Remark, "written in the midst of a garbage collection: it is searched, not walked, and tasks may be missing"),
                ],
            };
        }
        catch (TargetException e)
        {
            return new Checkup { IsDumpFile = true, Checks = [new Check(WhatOf(e.Kind), CheckMark.Closed, e.Message)], Next = [e.Hint] };
        }
    }

    private static string WhatOf(TargetTrouble kind) => kind switch
    {
        TargetTrouble.UntrustedDac or TargetTrouble.NoDac => "debugging library",
        TargetTrouble.NotDotNet or TargetTrouble.DacFailed => "runtime",
        TargetTrouble.DumpWithoutHeap => "heap",
        _ => "dump",
    };
}
