using System.Diagnostics;
using System.Globalization;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>What may happen to tool and target while one holds the other.</summary>
internal static class MidstConditions
{
    private const int MostTries = 20;

    /// <summary>The conditions.</summary>
    public static IReadOnlyList<Condition> All { get; } =
    [
        new("the tool gets SIGINT", "", 130, After.Runs, s => ToolGets(s, "INT")),
        new("the tool gets SIGTERM", "", 143, After.Runs, s => ToolGets(s, "TERM")),
        new("the tool gets SIGHUP", "", 129, After.Runs, s => ToolGets(s, "HUP")),
        new("the tool gets SIGQUIT", "", 131, After.Runs, s => ToolGets(s, "QUIT")),
        new("the tool gets SIGKILL", "", 137, After.Runs, s => ToolGets(s, "KILL")),
        new("the tool gets SIGSTOP, and then SIGKILL", "", 137, After.Runs, s => ToolGets(s, "STOP", "KILL")),
        new("the child that holds the target gets SIGKILL (--isolate)", "[ERROR] The process that read the target died of signal 9: somebody ended it, or the system did for want of memory.", 4, After.Runs, ChildIsKilled),
        new("the tool gets SIGKILL while a child holds the target (--isolate)", "", 137, After.Runs, s => ToolGets(s, ["--isolate"], "KILL")),
        new("the target gets SIGKILL", "{…} ended while it was looked at{…}", 4, After.HasEnded, TargetIsKilled),
        new("the debugging library crashes", "[ERROR] The process that read the target died of signal {n}: most likely the runtime's debugging library could not bear what it read.", 4, After.Runs, s => WithLibrary(s, TinyLibrary.WriteCrashing)),
        new("the debugging library never comes back", "[ERROR] The look did not come back within 1 s.", 4, After.Runs, s => WithLibrary(s, TinyLibrary.WriteHanging, "--timeout", "1")),
        new("the debugging library is none", "[ERROR] The runtime's debugging library cannot read process {n}: {…}", 3, After.Runs, s => WithLibrary(s, TinyLibrary.WriteHarmless)),
        new("the look has no time", "The look was cut short and tasks may be missing: the look took longer than 0.02 s", 4, After.Runs, s => OfMany(s, "--timeout", "0.02")),
        new("the target may not stand still for so long", "The look was cut short and tasks may be missing: the target may not stand still for longer than 5 ms", 4, After.Runs, s => OfMany(s, "--max-pause", "5ms")),
        new("a thread of the target waits in vfork", "The look was cut short and tasks may be missing: 1 threads could not be stopped", 4, After.Runs, InVfork),
        new("the reader of the answer leaves", "", 0, After.Runs, ReaderLeaves),
        new("there is no room for the answer", "[ERROR] The answer could not be written to stdout: {…}", 2, After.Runs, NoRoom),
    ];

    private static ToolRun ToolGets(Scene scene, params string[] signals) => ToolGets(scene, [], signals);

    private static ToolRun ToolGets(Scene scene, string[] options, params string[] signals)
    {
        scene.Many();

        // A look that is over before the signal arrives does not count.
        for (int i = 0; ; i++)
        {
            using Process tool = ToolRun.Start([.. ToolRun.Command, "list", scene.Id, .. options]);
            tool.StandardInput.Close();
            Task<string> output = tool.StandardOutput.ReadToEndAsync(), errors = tool.StandardError.ReadToEndAsync();
            bool held = SpinWait.SpinUntil(() => ProcFiles.State(scene.Pid) == 't' || tool.HasExited, TimeSpan.FromMinutes(1)) && !tool.HasExited;
            foreach (string signal in signals)
            {
                Signal(tool.Id, signal);
            }

            tool.WaitForExit();
            if ((held && tool.ExitCode != 0) || i == MostTries)
            {
                output.Wait();
                return new ToolRun(tool.ExitCode, "", errors.Result);
            }
        }
    }

    private static ToolRun ChildIsKilled(Scene scene)
    {
        scene.Many();
        using Process tool = ToolRun.Start([.. ToolRun.Command, "list", scene.Id, "--isolate"]);
        Task<string> output = tool.StandardOutput.ReadToEndAsync(), errors = tool.StandardError.ReadToEndAsync();
        SpinWait.SpinUntil(() => ProcFiles.State(scene.Pid) == 't', TimeSpan.FromMinutes(1));
        Signal(ProcessTree.ChildrenOf(tool.Id).Single(), "KILL");
        tool.WaitForExit();
        output.Wait();
        return new ToolRun(tool.ExitCode, "", errors.Result);
    }

    private static ToolRun TargetIsKilled(Scene scene)
    {
        scene.Many();
        using Process tool = ToolRun.Start([.. ToolRun.Command, "find", "NoSuchMethod", scene.Id]);
        Task<string> output = tool.StandardOutput.ReadToEndAsync(), errors = tool.StandardError.ReadToEndAsync();
        SpinWait.SpinUntil(() => ProcFiles.State(scene.Pid) == 't', TimeSpan.FromMinutes(1));
        Signal(scene.Pid, "KILL");
        tool.WaitForExit();
        output.Wait();
        return new ToolRun(tool.ExitCode, "", errors.Result);
    }

    private static ToolRun WithLibrary(Scene scene, Action<string> write, params string[] options)
    {
        string path = Path.Combine(scene.Folder, "libmscordaccore.so");
        write(path);
        scene.Hello();
        return scene.Find(["--dac", path, .. options]);
    }

    private static ToolRun OfMany(Scene scene, params string[] options)
    {
        scene.Many();
        return scene.Run(["find", "NoSuchMethod", scene.Id, .. options]);
    }

    private static ToolRun InVfork(Scene scene)
    {
        TargetProcess busy = scene.Start(["/usr/bin/env", "DOTNET_EnableWriteXorExecute=0", .. new TargetProgram("Busy", Runtimes.Net10).Command, "vfork"]);
        Assert.StartsWith("ready ", busy.ReadLine(), StringComparison.Ordinal);
        return scene.Run("list", scene.Id);
    }

    private static ToolRun ReaderLeaves(Scene scene)
    {
        scene.Hello();
        scene.Prefix = ["/bin/bash", "-c", "\"$@\" | true; exit ${PIPESTATUS[0]}", "bash"];
        return scene.Find();
    }

    private static ToolRun NoRoom(Scene scene)
    {
        scene.Hello();
        scene.Prefix = ["/bin/sh", "-c", "\"$@\" > /dev/full", "sh"];
        return scene.Find();
    }

    private static void Signal(int pid, string signal)
    {
        using Process kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {pid} 2>/dev/null")]);
        kill.WaitForExit();
    }
}
