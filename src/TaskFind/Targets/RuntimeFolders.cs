using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Lists the folders of the .NET runtimes installed on this machine.</summary>
internal static class RuntimeFolders
{
    private static readonly string[] s_usualRoots =
        ["/usr/share/dotnet", "/usr/lib/dotnet", "/usr/lib64/dotnet", "/usr/local/share/dotnet", "/opt/dotnet", "/snap/dotnet-sdk/current"];

    /// <summary>Gives the folder of every installed runtime, this process's own first.</summary>
    public static IEnumerable<string> All()
    {
        string own = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');
        string? ownRoot = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(own)));
        string?[] roots =
        [
            ownRoot,
            Environment.GetEnvironmentVariable("DOTNET_ROOT"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet"),
            .. s_usualRoots,
        ];
        return roots.OfType<string>().Where(root => root.Length > 0).Distinct(StringComparer.Ordinal).SelectMany(In).Prepend(own).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> In(string root)
    {
        string shared = Path.Combine(root, "shared", "Microsoft.NETCore.App");
        try
        {
            return Directory.Exists(shared) ? [.. Directory.EnumerateDirectories(shared).Take(Limits.Target.InstalledRuntimes)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
