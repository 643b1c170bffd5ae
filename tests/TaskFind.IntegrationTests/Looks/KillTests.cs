using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>A tool that ends in the midst of a look, however that comes about, leaves the target running.</summary>
public sealed partial class KillTests
{
    private const int Tasks = 200_000;
    private const int Times = 3;
    private const int MostTries = 20;

    [Theory]
    [InlineData(9, 137)]
    [InlineData(2, 130)]
    [InlineData(15, 143)]
    public void Target_runs_on_when_the_tool_is_ended_in_mid_walk(int signal, int exitCode)
    {
        string count = Tasks.ToString(CultureInfo.InvariantCulture);
        using TargetProcess many = TargetProcess.Start("Many", Runtimes.Net10, count);
        many.ReadUntil("ready");

        // A look that is over before the signal arrives does not count.
        int ended = 0;
        for (int tries = 0; tries < MostTries && ended < Times; tries++)
        {
            using Process tool = ToolRun.Start([.. ToolRun.Command, "find", "NoSuchMethod", many.Pid.ToString(CultureInfo.InvariantCulture)]);
            SpinWait.SpinUntil(() => ProcFiles.State(many.Pid) == 't' || tool.HasExited);
            Assert.Equal(0, tool.HasExited ? 0 : Kill(tool.Id, signal));
            tool.StandardOutput.ReadToEnd();
            string errors = tool.StandardError.ReadToEnd();
            tool.WaitForExit();
            if (tool.ExitCode != 1)
            {
                Assert.True(tool.ExitCode == exitCode, $"exit code {tool.ExitCode}: {errors}");
                ended++;
            }

            Assert.True(SpinWait.SpinUntil(() => ProcFiles.StoppedThreads(many.Pid).Count == 0, TimeSpan.FromSeconds(10)), string.Join(", ", ProcFiles.StoppedThreads(many.Pid)));
        }

        Assert.Equal(Times, ended);
        many.Send("go");
        Assert.Equal($"finished {count}", many.ReadLine());
        many.Send("quit");
        Assert.Equal(0, many.WaitForExit());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
