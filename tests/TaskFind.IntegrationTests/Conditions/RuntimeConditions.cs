using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>What a target may run on.</summary>
internal static class RuntimeConditions
{
    /// <summary>The conditions.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        .. Runtimes.All.Select(f => new Condition($"an installed runtime, {f}", Scene.Found, 0, After.Runs, s => Look(s, f, "Hello", "--trust-dac"))),
        .. Runtimes.All.Select(f => new Condition($"a self-contained program, {f}", Scene.Found, 0, After.Runs, s => Look(s, f, "SelfContained", "--trust-dac"))),
        .. Runtimes.All.Select(f => new Condition($"a single-file program, {f}", Scene.Found, 0, After.Runs, s => Look(s, f, "SingleFile"))),
        new("a single-file program, trimmed, compiled ahead and compressed", Scene.Found, 0, After.Runs, s => Look(s, Runtimes.Net10, "SingleFile.Packed")),
        new("a self-contained program, trimmed and compiled ahead", Scene.Found, 0, After.Runs, s => Look(s, Runtimes.Net10, "Trimmed", "--trust-dac")),
        new("a server's garbage collector", Scene.Found, 0, After.Runs, s => With(s, "DOTNET_gcServer", "1")),
        new("without compiled-ahead code", Scene.Found, 0, After.Runs, s => With(s, "DOTNET_ReadyToRun", "0")),
        new("diagnostics are off", Scene.Found, 0, After.Runs, s => With(s, "DOTNET_EnableDiagnostics", "0")),
        new("diagnostics are off, and a dump is asked for", "[ERROR] Process {n} cannot be asked for a dump of itself: it was started with DOTNET_EnableDiagnostics=0.", 3, After.Runs, s => With(s, "DOTNET_EnableDiagnostics", "0", "--via", "dump")),
        new("a dump is asked for", "The process was not attached to: its runtime wrote a heap dump in {n} s, and said so on the process's own output; the dump is deleted.", 0, After.Runs, s => Look(s, Runtimes.Net10, "Hello", "--via", "dump")),
        new("a dump is asked for of a single-file program, net8.0", "[ERROR] Process {n} is a single-file program of .NET 8.0.31, whose runtime cannot write a dump without harm.", 3, After.Runs, s => Look(s, Runtimes.Net8, "SingleFile", "--via", "dump")),
        new("a dump is asked for of a single-file program, net10.0", Scene.Found, 0, After.Runs, s => Look(s, Runtimes.Net10, "SingleFile", "--via", "dump")),
        new("no runtime of a single-file program is on the machine", "[ERROR] Process {n} is a single-file program, which brings no debugging library, and none of its runtime, .NET 8.0.31, is on this machine.", 3, After.Runs, NoPack),
        new("two runtimes in one process", "The process holds 2 .NET runtimes. {…}; the others were left alone.", 0, After.Runs, TwoRuntimes),
    ];

    private static ToolRun Look(Scene scene, string framework, string program, params string[] options)
    {
        scene.Hello(framework, program);
        return scene.Find(options);
    }

    private static ToolRun With(Scene scene, string variable, string value, params string[] options)
    {
        scene.Hello(variables: new Dictionary<string, string> { [variable] = value });
        return scene.Find(options);
    }

    private static ToolRun NoPack(Scene scene)
    {
        scene.Hello(Runtimes.Net8, "SingleFile");
        scene.Prefix = ["/usr/bin/env", "-u", "DOTNET_ROOT", "NUGET_PACKAGES=/nonexistent"];
        return scene.Find();
    }

    // The second one is loaded and not started, as a host does that looks at what there is.
    private static ToolRun TwoRuntimes(Scene scene)
    {
        string other = Path.Combine(Path.GetDirectoryName(Runtimes.Dotnet(Runtimes.Net9))!, "shared/Microsoft.NETCore.App/9.0.22/libcoreclr.so");
        scene.HelloBehind("/usr/bin/env", "LD_PRELOAD=" + other);
        return scene.Find();
    }
}
