using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Lists the folders of the runtime packs that NuGet has unpacked for this user: self-contained programs are built from them.</summary>
internal static class PackageFolders
{
    private const string Pack = "microsoft.netcore.app.runtime.linux-x64", Native = "runtimes/linux-x64/native";

    /// <summary>Gives the folder of the native libraries of every runtime pack.</summary>
    public static IEnumerable<string> All()
    {
        string root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string packs = Path.Combine(root, Pack);
        try
        {
            return Directory.Exists(packs) ? [.. Directory.EnumerateDirectories(packs).Take(Limits.Target.RuntimePacks).Select(v => Path.Combine(v, Native))] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
