using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>A tool that is interrupted in mid-look ends with the signal's code and leaves the target running.</summary>
public sealed partial class SignalTests
{
    private const int ManyTasks = 200_000;
    private const int MostTries = 10;

    [Theory]
    [InlineData(2, 130)]
    [InlineData(15, 143)]
    public void Interrupted_while_the_target_stands_still(int signal, int exitCode)
    {
        using TargetProcess many = TargetProcess.Start("Many", Runtimes.Net10, ManyTasks.ToString(CultureInfo.InvariantCulture));
        many.ReadUntil("ready");

        // The signal is sent when the target stands still; a look that is over before it arrives does not count.
        int ended = 0;
        for (int tries = 0; tries < MostTries && ended == 0; tries++)
        {
            using Process tool = ToolRun.Start([.. ToolRun.Command, "find", "NoSuchMethod", many.Pid.ToString(CultureInfo.InvariantCulture)]);
            SpinWait.SpinUntil(() => ProcFiles.State(many.Pid) == 't' || tool.HasExited);
            Kill(tool.Id, signal);
            tool.StandardOutput.ReadToEnd();
            tool.WaitForExit();
            ended = tool.ExitCode == 1 ? 0 : tool.ExitCode;
        }

        Assert.Equal(exitCode, ended);
        Assert.True(SpinWait.SpinUntil(() => ProcFiles.State(many.Pid) is not ('t' or 'T'), TimeSpan.FromSeconds(10)));
        many.Send("quit");
        Assert.Equal(0, many.WaitForExit());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
