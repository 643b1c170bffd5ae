using System.Runtime.InteropServices;

namespace TaskFind.Targets.Access;

/// <summary>Examines what holds for every target: who this process is, what it may do, and where it runs.</summary>
internal static class MachineCheck
{
    /// <summary>Examines.</summary>
    public static IReadOnlyList<Check> Of(AccessFacts facts)
    {
        Surroundings here = facts.Surroundings;
        var checks = new List<Check>
        {
            new("machine", CheckMark.Remark, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}{(here.Container is { } container ? $", inside a container ({container})" : "")}"),
            new("user", CheckMark.Remark, $"{AccessTrouble.Name(facts.OwnUser)}, {(facts.MayTraceOthers ? "with" : "without")} the capability SYS_PTRACE"),
            PtraceScope(here.PtraceScope, facts.MayTraceOthers),
        };
        if (!IsPtraceCallable())
        {
            checks.Add(new Check("ptrace", CheckMark.Closed, "the system call is filtered out (seccomp)"));
        }

        if (here.Profile is { } profile)
        {
            checks.Add(new Check("profile", CheckMark.Remark, profile));
        }

        return checks;
    }

    /// <summary>Tells whether the system call is there at all: for no process, the kernel itself says that there is none.</summary>
    public static bool IsPtraceCallable() => Libc.PTrace(Libc.PTRACE_SEIZE, -1, 0, 0) == 0 || Marshal.GetLastPInvokeError() == Libc.ESRCH;

    private static Check PtraceScope(int? scope, bool mayTraceOthers) => scope switch
    {
        null => new("yama", CheckMark.Fine, "the kernel has no kernel.yama.ptrace_scope"),
        0 => new("yama", CheckMark.Fine, "kernel.yama.ptrace_scope is 0: a user may trace its own processes"),
        1 => new("yama", mayTraceOthers ? CheckMark.Fine : CheckMark.Closed, "kernel.yama.ptrace_scope is 1: without SYS_PTRACE only a parent may trace"),
        2 => new("yama", mayTraceOthers ? CheckMark.Fine : CheckMark.Closed, "kernel.yama.ptrace_scope is 2: it takes SYS_PTRACE to trace"),
        _ => new("yama", CheckMark.Closed, "kernel.yama.ptrace_scope is 3: nobody may trace until the machine starts anew"),
    };
}
