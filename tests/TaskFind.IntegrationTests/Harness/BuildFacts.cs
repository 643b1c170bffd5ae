using System.Reflection;

namespace TaskFind.IntegrationTests.Harness;

/// <summary>What the build tells the tests about its outputs.</summary>
internal static class BuildFacts
{
    /// <summary>The folder with one folder per target program.</summary>
    public static string TargetsFolder { get; } = Metadata(nameof(TargetsFolder));

    /// <summary>The configuration the target programs are built in.</summary>
    public static string TargetsConfiguration { get; } = Metadata(nameof(TargetsConfiguration));

    /// <summary>The private installation of the runtimes older than the SDK's.</summary>
    public static string OldRuntimesRoot { get; } = Metadata(nameof(OldRuntimesRoot));

    private static string Metadata(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
