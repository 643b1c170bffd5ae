using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Targets;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>Looks in this process, as the tool does in its own.</summary>
internal static class Look
{
    private static readonly LookOptions s_defaults = new() { Timeout = TimeSpan.FromMinutes(3) };

    /// <summary>Looks at a live process.</summary>
    public static TaskGraph At(TargetProcess target, LookOptions? options = null) =>
        TaskLook.Take(TargetSpec.ForProcess(target.Pid), Trusting(options ?? s_defaults));

    /// <summary>Looks at a dump.</summary>
    public static TaskGraph At(TargetDump dump, LookOptions? options = null) =>
        TaskLook.Take(TargetSpec.ForDump(dump.FilePath), Trusting(options ?? s_defaults));

    // The clone may lie below /tmp, where the older runtimes that the build puts together would be refused; that has tests of its own.
    private static LookOptions Trusting(LookOptions options) => options with { TrustDac = true };
}
