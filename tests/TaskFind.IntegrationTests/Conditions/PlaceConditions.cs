using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>Where a target may live: containers are made of the same namespaces.</summary>
internal static class PlaceConditions
{
    private const string Running = "{…} coro=<{…} running at Blocked.cs:20 on thread {n}>";
    private static readonly string[] s_container = ["/usr/bin/unshare", "--mount", "--pid", "--fork", "--mount-proc"];

    /// <summary>The conditions.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("a pid and a mount namespace of its own, seen from outside", Scene.Found, 0, After.Runs, s => Behind(s, s_container)) { NeedsRoot = true },
        new("a pid and a mount namespace of its own, by its dump (--via dump)", Scene.Found, 0, After.Runs, s => Behind(s, s_container, "--via", "dump")) { NeedsRoot = true },
        new("a pid and a mount namespace of its own, seen from inside", Scene.Found, 0, After.Runs, FromInside) { NeedsRoot = true },
        new("a pid and a mount namespace of its own, a method that runs on a thread", Running, 0, After.Runs, RunningInside) { NeedsRoot = true },
        new("a network namespace of its own", Scene.Found, 0, After.Runs, s => Behind(s, ["/usr/bin/unshare", "--net"])) { NeedsRoot = true },
        new("a user namespace of its own", Scene.Found, 0, After.Runs, s => Behind(s, ["/usr/bin/unshare", "--user", "--map-root-user"])) { NeedsRoot = true },
        new("another runtime at the same path of its mount namespace", "[ERROR] The debugging library '/proc/{n}/root/{…}/libmscordaccore.so' was not loaded, because it lies in another container, or is not where its path says.", 3, After.Runs, s => OtherRuntime(s)) { NeedsRoot = true },
        new("another runtime at the same path of its mount namespace, and --trust-dac", Scene.Found, 0, After.Runs, s => OtherRuntime(s, "--trust-dac")) { NeedsRoot = true },
        new("a chroot", Scene.Found, 0, After.Runs, s => Chroot(s)) { NeedsRoot = true },
        new("the runtime's file was removed since it started, and another copy of that build is installed", Scene.Found, 0, After.Runs, s => Removed(s, RuntimeCopy.Make(s.Folder))),
        new("the runtime's file was removed since it started", "[ERROR] The debugging library of the target's runtime was not found: the runtime is not in '{…}' any more.", 3, After.Runs, s => Removed(s, RuntimeCopy.MakeUnlike(s.Folder))),
        new("the runtime's file was replaced since it started", "[ERROR] The debugging library of the target's runtime was not found: the runtime in '{…}' is of another build than that of process {n}, which started before it was replaced.", 3, After.Runs, Replaced),
        new("the program's own files were removed since it started", "<Task pending name='{address}' coro=<Program.TaskCoro() awaiting {…}", 0, After.Runs, ProgramRemoved),
    ];

    private static ToolRun Behind(Scene scene, string[] wrapper, params string[] options)
    {
        scene.HelloBehind(wrapper);
        return scene.Find(options);
    }

    private static ToolRun FromInside(Scene scene)
    {
        scene.HelloBehind(s_container);
        scene.Prefix = ["/usr/bin/nsenter", "--target", scene.Id, "--mount", "--pid", "--"];
        return scene.Run("find", Scene.Method, "1");
    }

    private static ToolRun RunningInside(Scene scene)
    {
        scene.Behind(s_container, new TargetProgram("Runners", Runtimes.Net10).Command);
        return scene.Run("find", "Blocked.RunAsync", scene.Id);
    }

    private static ToolRun OtherRuntime(Scene scene, params string[] options)
    {
        RuntimeCopy copy = RuntimeCopy.MakeUnlike(scene.Folder);
        scene.HelloBehind("/usr/bin/unshare", "--mount", "/bin/sh", "-c", $"mount --bind '{copy.Root}' '{Path.GetDirectoryName(Scene.HelloCommand[0])}' && exec \"$@\"", "sh");
        return scene.Find(options);
    }

    // Target and tool share a mount namespace, in which the new root has what a program needs; it goes with them.
    private static ToolRun Chroot(Scene scene)
    {
        string root = Path.Combine(scene.Folder, "root");
        string script = $"mkdir '{root}' && mount --bind / '{root}' && mount -t proc proc '{root}/proc' && exec chroot '{root}' \"$@\"";
        scene.HelloBehind("/usr/bin/unshare", "--mount", "/bin/sh", "-c", script, "sh");
        scene.Prefix = ["/usr/bin/nsenter", "--target", scene.Id, "--mount", "--"];
        return scene.Find();
    }

    private static ToolRun Removed(Scene scene, RuntimeCopy copy)
    {
        scene.Behind([], [copy.Dotnet, Scene.HelloCommand[1]]);
        File.Delete(copy.Runtime);
        File.Delete(copy.Dac);
        return scene.Find();
    }

    private static ToolRun Replaced(Scene scene)
    {
        RuntimeCopy copy = RuntimeCopy.MakeUnlike(scene.Folder);
        scene.Behind([], [copy.Dotnet, Scene.HelloCommand[1]]);
        File.Delete(copy.Runtime);
        File.Copy(Path.Combine(RuntimeCopy.Installed, "libcoreclr.so"), copy.Runtime);
        return scene.Find();
    }

    private static ToolRun ProgramRemoved(Scene scene)
    {
        string program = Path.Combine(scene.Folder, "Hello.dll");
        File.Copy(Scene.HelloCommand[1], program);
        File.Copy(Path.ChangeExtension(Scene.HelloCommand[1], ".runtimeconfig.json"), Path.Combine(scene.Folder, "Hello.runtimeconfig.json"));
        scene.Behind([], [Scene.HelloCommand[0], program]);
        File.Delete(program);
        return scene.Find();
    }
}
