using System.Runtime.InteropServices;

namespace TaskFind.IntegrationTests.Targets;

/// <summary>Knows where the programs of tests/targets and the runtime's own tools are.</summary>
internal static class Programs
{
    private static readonly DirectoryInfo s_own = new(AppContext.BaseDirectory.TrimEnd('/'));

    public static string Busy => Of("Busy");

    public static string StopHolder => Of("StopHolder");

    public static string RuntimeFolder => RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');

    public static string DotnetRoot => Path.GetFullPath(Path.Combine(RuntimeFolder, "../../.."));

    public static string Dotnet => Path.Combine(DotnetRoot, "dotnet");

    // …/tests/TaskFind.IntegrationTests/bin/Debug/net10.0 → …/tests/targets/NAME/bin/Debug/net10.0/NAME.dll
    private static string Of(string name) =>
        Path.Combine(s_own.Parent!.Parent!.Parent!.Parent!.FullName, "targets", name, "bin", s_own.Parent.Name, s_own.Name, name + ".dll");
}
