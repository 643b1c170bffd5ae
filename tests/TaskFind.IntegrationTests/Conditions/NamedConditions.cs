using System.Globalization;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>What a user may name.</summary>
internal static class NamedConditions
{
    /// <summary>The conditions.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("no process has the id", "[ERROR] No process with ID 2147483647 is currently running.", 3, After.NoProcess, s => s.Run("find", Scene.Method, "2147483647")),
        new("the id is a thread's", "[ERROR] No process with ID {n} is currently running.", 3, After.Runs, AThread),
        new("only the entry in the process table is left (a zombie)", "[ERROR] No process with ID {n} is currently running.", 3, After.NoProcess, AZombie),
        new("no process has the name", "[ERROR] There is no .NET process with the name 'no-such-program'.", 3, After.NoProcess, s => s.Run("find", Scene.Method, "-n", "no-such-program")),
        new("two processes have the name", "[ERROR] There are several active processes with the name 'Hello'.", 2, After.Runs, Two),
        new("the tool itself", "[ERROR] Process {n} is this process, which cannot look at itself.", 3, After.NoProcess, Itself),
        new("a process without .NET", "[ERROR] Process {n} (sleep) has no .NET runtime loaded.", 3, After.Runs, WithoutDotNet),
        new("Mono's runtime is loaded", "[ERROR] Process {n} (sleep) runs on Mono, whose heap this tool cannot read.", 3, After.Runs, s => Preloaded(s, "libmonosgen-2.0.so.1", "/bin/sleep", "1000")),
        new("musl's loader is mapped", "[ERROR] Process {n} (dotnet) runs on a musl system, whose debugging library cannot be loaded here.", 3, After.Runs, Musl),
        new("the method is not there", "No method 'NoSuchMethod' is loaded: check the spelling, or it may be in a module that is not loaded yet.", 1, After.Runs, NoSuchMethod),
        new("an option that does not exist", "[ERROR] There is no option '--no-such-option' here.", 2, After.NoProcess, s => s.Run("list", "--no-such-option")),
        new("the answer's file has no folder", "[ERROR] There is no folder for '/no/such/folder/answer' (--output).", 2, After.NoProcess, s => s.Run("list", "-o", "/no/such/folder/answer")),
    ];

    private static ToolRun AThread(Scene scene)
    {
        scene.Hello();
        string thread = Directory.GetDirectories($"/proc/{scene.Pid}/task").Select(Path.GetFileName).First(t => t != scene.Id)!;
        return scene.Run("find", Scene.Method, thread);
    }

    // The shell becomes a program that waits for nobody.
    private static ToolRun AZombie(Scene scene)
    {
        TargetProcess parent = scene.Start("/bin/sh", "-c", "sleep 0 & echo $!; exec sleep 1000");
        int child = int.Parse(parent.ReadLine(), CultureInfo.InvariantCulture);
        SpinWait.SpinUntil(() => ProcFiles.State(child) == 'Z');
        return scene.Run("find", Scene.Method, child.ToString(CultureInfo.InvariantCulture));
    }

    private static ToolRun Two(Scene scene)
    {
        scene.Hello();
        scene.Hello();
        return scene.Run("find", Scene.Method, "-n", "Hello");
    }

    private static ToolRun Itself(Scene scene)
    {
        scene.Prefix = ["/bin/sh", "-c", "exec \"$@\" $$", "sh"];
        return scene.Run("find", Scene.Method);
    }

    private static ToolRun WithoutDotNet(Scene scene)
    {
        scene.Start("/bin/sleep", "1000");
        SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{scene.Pid}/comm") == "sleep\n");
        return scene.Find();
    }

    private static ToolRun NoSuchMethod(Scene scene)
    {
        scene.Hello();
        return scene.Run("find", "NoSuchMethod", scene.Id);
    }

    private static ToolRun Preloaded(Scene scene, string library, params string[] command)
    {
        string path = Path.Combine(scene.Folder, library);
        TinyLibrary.WriteHarmless(path);
        scene.Start(["/usr/bin/env", "LD_PRELOAD=" + path, .. command]);
        SpinWait.SpinUntil(() => ProcFiles.MappedFile(scene.Pid, library) is not null && File.ReadAllText($"/proc/{scene.Pid}/comm") != "env\n");
        return scene.Find();
    }

    private static ToolRun Musl(Scene scene)
    {
        string path = Path.Combine(scene.Folder, "ld-musl-x86_64.so.1");
        TinyLibrary.WriteHarmless(path);
        scene.HelloBehind("/usr/bin/env", "LD_PRELOAD=" + path);
        return scene.Find();
    }
}
