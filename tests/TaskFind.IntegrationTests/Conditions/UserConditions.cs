using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>Whose the target is, who may look, and whose the debugging library is.</summary>
internal static class UserConditions
{
    private static readonly string[] s_without = ["/usr/bin/setpriv", "--inh-caps=-sys_ptrace", "--bounding-set=-sys_ptrace"];

    /// <summary>The conditions.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("root looks at another user's process", Scene.Found, 0, After.Runs, OfNobody) { NeedsRoot = true },
        new("a user looks at root's process", "[ERROR] This user may not read the memory map of process {n}: it belongs to user root (0), and this one is nobody (65534) and lacks the capability SYS_PTRACE. Process {n} cannot be asked for a dump of itself: its diagnostics port is for user root alone.", 3, After.Runs, s => By(s, Scene.AsNobody)) { NeedsRoot = true },
        new("a user looks at its own process", Scene.Found, 0, After.Runs, OwnOfNobody) { NeedsRoot = true },
        new("root without the capability SYS_PTRACE, a process that has it", "This user may not read the memory of process {n}: it has capabilities that this one lacks (SYS_PTRACE), and without SYS_PTRACE one may look only at those with fewer.", 0, After.Runs, s => By(s, s_without)) { NeedsRoot = true },
        new("root without the capability SYS_PTRACE, and --via live", "[ERROR] This user may not read the memory of process {n}: it has capabilities that this one lacks (SYS_PTRACE), and without SYS_PTRACE one may look only at those with fewer.", 3, After.Runs, s => By(s, s_without, "--via", "live")) { NeedsRoot = true },
        new("root without SYS_PTRACE, another user's process", "The process was not attached to: its runtime wrote a heap dump in {n} s, and said so on the process's own output; the dump is deleted.", 0, After.Runs, OfNobodyWithout) { NeedsRoot = true },
        new("another debugger holds it", "[ERROR] Process {n} is already held by another debugger: process {n} (dotnet).", 3, After.StandsAsBefore, Held),
        new("it was stopped by SIGSTOP", Scene.Found, 0, After.StandsAsBefore, Stopped),
        new("others could have written its runtime's debugging library", "[ERROR] The debugging library '{…}/libmscordaccore.so' was not loaded, because '{…}' can be written by other users.", 3, After.Runs, s => OnCopy(s)),
        new("others could have written it, and --trust-dac", Scene.Found, 0, After.Runs, s => OnCopy(s, "--trust-dac")),
        new("others could have written it, and --dac names it", Scene.Found, 0, After.Runs, s => OnCopy(s, "--dac", "{dac}")),
        new("--dac names a library of another build", "[ERROR] The debugging library of the target's runtime was not found: the one in '{…}' belongs to another runtime build than process {n}.", 3, After.Runs, s => OnCopy(s, "--dac", Path.Combine(RuntimeCopy.Installed, "libmscordaccore.so"))),
        new("another user's process, whose library only that user vouches for", "Looked as user nobody, whose process it is: The debugging library '{…}/libmscordaccore.so' was not loaded, because '{…}' belongs to another user (uid 65534).", 0, After.Runs, s => OnRuntimeOfNobody(s, plant: false)) { NeedsRoot = true },
        new("another user's process, and that user has planted a library of another making", "[ERROR] {…}As that user, the process cannot be looked at either: {…}", 3, After.Runs, s => OnRuntimeOfNobody(s, plant: true)) { NeedsRoot = true },
        new("a dump of such a process", "[ERROR] The debugging library '{…}/libmscordaccore.so' was not loaded, because '{…}' belongs to another user (uid 65534).", 3, After.Runs, DumpOfRuntimeOfNobody) { NeedsRoot = true },
    ];

    private static ToolRun OfNobody(Scene scene)
    {
        scene.Behind(Scene.AsNobody, scene.HelloForAll());
        return scene.Find();
    }

    private static ToolRun OfNobodyWithout(Scene scene)
    {
        scene.Behind(Scene.AsNobody, scene.HelloForAll());
        scene.Prefix = s_without;
        return scene.Find();
    }

    private static ToolRun By(Scene scene, string[] prefix, params string[] options)
    {
        scene.Hello();
        scene.Prefix = prefix;
        return scene.Find(options);
    }

    private static ToolRun OwnOfNobody(Scene scene)
    {
        scene.Behind(Scene.AsNobody, scene.HelloForAll());
        scene.Prefix = Scene.AsNobody;
        return scene.Find();
    }

    private static ToolRun Held(Scene scene)
    {
        scene.Hello();
        TargetProcess holder = scene.Owned(TargetProcess.Start([Runtimes.Dotnet(Runtimes.Net10), new TargetProgram("StopHolder", Runtimes.Net10).Assembly, "hold", scene.Id]));
        Assert.StartsWith("opened", holder.ReadLine(), StringComparison.Ordinal);
        Assert.StartsWith("holding", holder.ReadLine(), StringComparison.Ordinal);
        return scene.Find();
    }

    private static ToolRun Stopped(Scene scene)
    {
        TargetProcess target = scene.Hello();
        Shell.Run("/bin/sh", "-c", $"kill -STOP {target.Pid}");
        SpinWait.SpinUntil(() => ProcFiles.State(target.Pid) == 'T');
        return scene.Find();
    }

    private static ToolRun OnCopy(Scene scene, params string[] options)
    {
        RuntimeCopy copy = RuntimeCopy.MakeUnlike(scene.Folder);
        scene.Behind([], [copy.Dotnet, Scene.HelloCommand[1]]);
        return scene.Find([.. options.Select(o => o == "{dac}" ? copy.Dac : o)]);
    }

    private static ToolRun OnRuntimeOfNobody(Scene scene, bool plant)
    {
        RuntimeCopy copy = OnRuntimeOfNobody(scene);
        string marker = Path.Combine(scene.FolderForAll, "marker");
        if (plant)
        {
            TinyLibrary.WriteMarking(copy.Dac, marker);
        }

        ToolRun run = scene.Find();
        AssertNotByRoot(marker, isLoaded: plant);
        return run;
    }

    private static ToolRun DumpOfRuntimeOfNobody(Scene scene)
    {
        RuntimeCopy copy = OnRuntimeOfNobody(scene);
        string marker = Path.Combine(scene.FolderForAll, "marker"), dump = scene.Dump(DumpKind.WithHeap, RuntimeCopy.Installed);
        TinyLibrary.WriteMarking(copy.Dac, marker); // afterwards: createdump would load it
        ToolRun run = scene.Run("find", Scene.Method, dump);
        AssertNotByRoot(marker, isLoaded: false);
        return run;
    }

    private static RuntimeCopy OnRuntimeOfNobody(Scene scene)
    {
        RuntimeCopy copy = RuntimeCopy.MakeUnlike(scene.FolderOfRoot);
        Shell.Run("chown", "-R", "65534:65534", copy.Root);
        scene.Behind(Scene.AsNobody, [copy.Dotnet, scene.HelloForAll()[1]]);
        return copy;
    }

    private static void AssertNotByRoot(string marker, bool isLoaded)
    {
        Assert.Equal(isLoaded, File.Exists(marker));
        Assert.True(!isLoaded || TaskFind.Targets.FileStatus.Of(marker) is { Owner: 65534 }, "root has loaded it");
    }
}
