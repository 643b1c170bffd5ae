using System.Globalization;

namespace TaskFind.Targets.Access;

/// <summary>Says what this process runs in, and what the machine allows.</summary>
/// <param name="Container">The sort of container this process runs in; null for none that shows.</param>
/// <param name="PtraceScope">Yama's rule for tracing, 0 to 3; null where the kernel has no Yama.</param>
/// <param name="Profile">The AppArmor or SELinux profile this process runs under; null for none.</param>
internal sealed record Surroundings(string? Container, int? PtraceScope, string? Profile)
{
    private const string Yama = "/proc/sys/kernel/yama/ptrace_scope";

    /// <summary>Finds out, by the files that container engines leave and the kernel shows.</summary>
    public static Surroundings Here() => new(FindContainer(), FindPtraceScope(), FindProfile());

    /// <summary>Whether it is a pod of Kubernetes.</summary>
    public bool IsPod => Container == "pod";

    // Rule: the variable that Kubernetes sets in every container, else the file that docker or podman leaves in the root.
    // Wrongly yes: a program on the host that was given the variable. Wrongly no: an engine that does none of it.
    private static string? FindContainer()
    {
        if (Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST") is { Length: > 0 })
        {
            return "pod";
        }

        if (File.Exists("/.dockerenv"))
        {
            return "docker";
        }

        return File.Exists("/run/.containerenv") ? "podman" : null;
    }

    private static int? FindPtraceScope() =>
        int.TryParse(ProcText.TryRead(Yama)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int scope) ? scope : null;

    private static string? FindProfile()
    {
        string? profile = ProcText.TryRead("/proc/self/attr/current")?.Trim('\0', '\n', ' ');
        return string.IsNullOrEmpty(profile) || profile.StartsWith("unconfined", StringComparison.Ordinal) ? null : profile;
    }
}
