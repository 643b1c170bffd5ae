using System.Diagnostics;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>What a check may find, and what may become of its looks.</summary>
internal static class CheckConditions
{
    private const string Deadlock = "error deadlock: SemaphoreSlim [value:0, waiter:1/1{…}] is waited for by what its holder (inferred) itself waits for: an asynchronous lock was taken twice.";

    /// <summary>The conditions.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("nothing is wrong, as far as a look at a process can tell", "Nothing found; cannot tell: never-completes.", 0, After.Runs, s => OfHello(s)),
        new("nothing is wrong, and --fail-on info", "Nothing found; cannot tell: never-completes.", 0, After.Runs, s => OfHello(s, "--fail-on", "info")),
        new("a deadlock", Deadlock, 0, After.Runs, s => OfDeadlock(s)),
        new("a deadlock, and --fail-on error", Deadlock, 1, After.Runs, s => OfDeadlock(s, "--fail-on", "error")),
        new("a deadlock, and --fail-on names another rule", Deadlock, 0, After.Runs, s => OfDeadlock(s, "--fail-on", "hanging-test")),
        new("a deadlock, and its rule is not asked", "Nothing found.", 0, After.Runs, s => OfDeadlock(s, "--fail-on", "error", "--ignore", "deadlock", "--ignore", "stuck-behind")),
        new("a rule that does not exist", "[ERROR] There is no 'dead-lock' for --only: it takes {…}", 2, After.NoProcess, s => s.Run("check", "2147483647", "--only", "dead-lock")),
        new("a check that has no time, and --fail-on error", "The look was cut short and tasks may be missing: the look took longer than 0.02 s", 4, After.Runs, s => OfMany(s, "--timeout", "0.02", "--fail-on", "error")),
        new("several looks at what does not change", "[ERROR] '{…}' does not change from one look to the next.", 2, After.NoProcess, OfADump),
        new("the target ends between two looks", "Look 2 of 3 came to nothing: No process with ID {n} is currently running. What is said here is from the one before it.", 4, After.HasEnded, EndsBetween),
    ];

    private static ToolRun OfHello(Scene scene, params string[] options)
    {
        scene.Hello();
        return scene.Run(["check", scene.Id, .. options]);
    }

    private static ToolRun OfDeadlock(Scene scene, params string[] options)
    {
        scene.Behind([], [.. new TargetProgram("Troubles", Runtimes.Net10).Command, "deadlock.semaphore"]);
        return scene.Run(["check", scene.Id, .. options]);
    }

    private static ToolRun OfMany(Scene scene, params string[] options)
    {
        scene.Many();
        return scene.Run(["check", scene.Id, .. options]);
    }

    private static ToolRun OfADump(Scene scene)
    {
        scene.Hello();
        return scene.Run("check", scene.Dump(), "--looks", "2");
    }

    // The first look is over when the process has stood still and runs again; the second one is seconds away.
    private static ToolRun EndsBetween(Scene scene)
    {
        TargetProcess target = scene.Many();
        using Process tool = ToolRun.Start([.. ToolRun.Command, "check", scene.Id, "--interval", "3s", "--looks", "3"]);
        tool.StandardInput.Close();
        Task<string> output = tool.StandardOutput.ReadToEndAsync(), errors = tool.StandardError.ReadToEndAsync();
        SpinWait.SpinUntil(() => ProcFiles.State(scene.Pid) == 't' || tool.HasExited, TimeSpan.FromMinutes(1));
        SpinWait.SpinUntil(() => ProcFiles.StoppedThreads(scene.Pid).Count == 0, TimeSpan.FromMinutes(1));
        target.Send("quit");
        tool.WaitForExit();
        return new ToolRun(tool.ExitCode, output.Result, errors.Result);
    }
}
