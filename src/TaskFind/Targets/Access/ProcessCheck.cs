using System.Globalization;

namespace TaskFind.Targets.Access;

/// <summary>Examines what this machine lets us do to one process, without stopping it.</summary>
internal static class ProcessCheck
{
    /// <summary>Examines a process; throws when there is none.</summary>
    public static Checkup Of(int pid, TargetOptions options)
    {
        if (ProcessStatus.Of(pid) is not { IsDead: false } status || status.ProcessId != pid)
        {
            throw Trouble.NoSuchProcess(pid);
        }

        AccessFacts facts = AccessFacts.Of(pid);
        List<Check> checks = [.. MachineCheck.Of(facts), Process(pid, status), .. Namespaces(pid, status)];
        var next = new List<string>();
        bool isLive = Live(pid, options, facts, checks, next);
        bool isDump = Dump(pid, checks);
        return new Checkup { Checks = checks, IsLive = isLive, IsDump = isDump && !checks.Any(c => c is { What: "runtime", Mark: CheckMark.Closed }), Next = next };
    }

    private static Check Process(int pid, ProcessStatus status)
    {
        string[] command = ProcText.CommandLine(pid);
        string name = command.Length == 0 ? ProcText.ShortName(pid) : EntryName.Of(command);
        string state = status.State switch { 'T' => ", stopped by a signal", 't' => ", standing in a debugger", 'D' => ", in a wait that no signal ends", _ => "" };
        return new Check("process", CheckMark.Fine, string.Create(CultureInfo.InvariantCulture,
            $"{pid} {Trouble.Shown(name)}, of user {AccessTrouble.Name(status.EffectiveUser)}, {status.Threads} {(status.Threads == 1 ? "thread" : "threads")}{state}"));
    }

    private static IEnumerable<Check> Namespaces(int pid, ProcessStatus status)
    {
        if (ProcessRoot.Of(pid).IsElsewhere)
        {
            yield return new Check("container", CheckMark.Remark, ProcessRoot.SharesMounts(pid) ? "it lives below a chroot: its files are read through /proc/PID/root" : "it has a mount namespace of its own: its files are read through /proc/PID/root");
        }

        if (status.IsInInnerNamespace)
        {
            yield return new Check("pid namespace", CheckMark.Remark, string.Create(CultureInfo.InvariantCulture, $"inside it is process {status.InnerId}"));
        }
    }

    private static bool Live(int pid, TargetOptions options, AccessFacts facts, List<Check> checks, List<string> next)
    {
        if (Tracer(facts) is { } tracer)
        {
            checks.Add(tracer);
            next.Add("Detach that debugger first.");
            return false;
        }

        try
        {
            using var target = LiveTarget.Open(pid, options);
            checks.Add(new Check("attach", CheckMark.Fine, "this user may stop it and read its memory"));
            checks.Add(new Check("runtime", CheckMark.Fine, $".NET {target.RuntimeVersion ?? "of an unknown version"}, {Trouble.Shown(target.RuntimePath)}"));
            checks.Add(new Check("debugging library", CheckMark.Fine, Trouble.Shown(target.DacPath)));
            checks.AddRange(target.Notes.Select(note => new Check("runtimes", CheckMark.Remark, note)));
            return MachineCheck.IsPtraceCallable();
        }
        catch (TargetException e)
        {
            bool isItsUser = e.User is not null;
            checks.Add(new Check(WhatOf(e.Kind), isItsUser ? CheckMark.Remark : CheckMark.Closed, isItsUser ? $"{e.Message} It will be loaded as that user." : e.Message));
            next.AddRange(isItsUser ? [] : [e.Hint]);
            return isItsUser;
        }
    }

    private static string WhatOf(TargetTrouble kind) => kind switch
    {
        TargetTrouble.NoPermission => "attach",
        TargetTrouble.UntrustedDac or TargetTrouble.NoDac => "debugging library",
        _ => "runtime",
    };

    private static Check? Tracer(AccessFacts facts)
    {
        if (facts.Tracer == 0)
        {
            return null;
        }

        int tracer = ProcessStatus.Of(facts.Tracer)?.ProcessId ?? facts.Tracer;
        return new Check("attach", CheckMark.Closed, string.Create(CultureInfo.InvariantCulture, $"another debugger holds it: process {tracer} ({Trouble.Shown(ProcText.ShortName(tracer))})"));
    }

    private static bool Dump(int pid, List<Check> checks)
    {
        DiagnosticPort port = DiagnosticPort.Of(pid);
        checks.Add(port.WhyNot is { } why ? new Check("diagnostics port", CheckMark.Closed, why) : new Check("diagnostics port", CheckMark.Fine, Trouble.Shown(port.Path!)));
        return port.WhyNot is null;
    }
}
