using System.Reflection;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>Where the tool that was built with the tests is.</summary>
internal static class ToolBuild
{
    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot { get; } = Metadata(nameof(RepositoryRoot));

    /// <summary>The configuration of the library that was built with the tests.</summary>
    public static string Configuration { get; } = Metadata("ToolConfiguration");

    /// <summary>The tool's main assembly.</summary>
    public static string Assembly { get; } = Path.Combine(Metadata("ToolFolder"), "dotnet-taskfind.dll");

    private static string Metadata(string key) =>
        typeof(ToolBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
