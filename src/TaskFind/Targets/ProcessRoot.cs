namespace TaskFind.Targets;

/// <summary>Tells where on this machine the files are that a process knows by its own paths: it may live in a container or below a chroot.</summary>
/// <param name="Root">The folder that is its root, as seen from here; empty when both see the same files.</param>
/// <param name="Prefix">What the kernel puts before its paths when this process asks for them.</param>
internal readonly record struct ProcessRoot(string Root, string Prefix)
{
    /// <summary>Whether it sees other files under the same paths.</summary>
    public bool IsElsewhere => Root.Length > 0;

    /// <summary>Finds the root of a process.</summary>
    public static ProcessRoot Of(int pid)
    {
        string root = ProcText.Link($"/proc/{pid}/root") ?? "/";
        if (root == "/" && SharesMounts(pid))
        {
            return new ProcessRoot("", "");
        }

        return new ProcessRoot($"/proc/{pid}/root", root == "/" ? "" : root);
    }

    /// <summary>Whether a process is in our own mount namespace, so that paths of /proc that name its files mean the same here.</summary>
    public static bool SharesMounts(int pid) =>
        ProcText.Link($"/proc/{pid}/ns/mnt") is not { } mounts || mounts == ProcText.Link("/proc/self/ns/mnt");

    /// <summary>Turns a path of /proc/PID/maps or /proc/PID/exe into one that leads there from here.</summary>
    public string Here(string path) =>
        !IsElsewhere ? path : Root + (path.StartsWith(Prefix + "/", StringComparison.Ordinal) ? path[Prefix.Length..] : path);
}
