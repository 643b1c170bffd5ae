using TaskFind.Targets;

namespace TaskFind.Tool.Looking;

/// <summary>Ties an isolated child to its parent.</summary>
internal static class ChildLife
{
    /// <summary>Lets the kernel end this process with its parent, whatever ends that. The wish is lost with a change of user, so it is said again then.</summary>
    public static void EndWithParent()
    {
        if (Isolation.IsChild && OperatingSystem.IsLinux())
            _ = Libc.PrCtl(Libc.PR_SET_PDEATHSIG, Libc.SIGKILL);
    }
}
