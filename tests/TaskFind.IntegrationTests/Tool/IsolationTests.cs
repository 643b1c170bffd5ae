using System.Diagnostics;
using System.Runtime.InteropServices;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>With --isolate, a crash in the midst of a look is a sentence and an exit code.</summary>
public sealed partial class IsolationTests
{
    private const int KillSignal = 9;

    [Fact]
    public void The_answer_and_its_exit_code_are_the_same()
    {
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil();

        ToolRun plain = ToolRun.Of("find", "TaskCoro", $"{hello.Pid}"), isolated = ToolRun.Of("find", "TaskCoro", $"{hello.Pid}", "--isolate");
        ToolRun none = ToolRun.Of("find", "--isolate", "NoSuchMethod", $"{hello.Pid}");

        Assert.Equal((plain.ExitCode, plain.Output), (isolated.ExitCode, isolated.Output));
        Assert.Equal((1, ""), (none.ExitCode, none.Output));
    }

    [Fact]
    public async Task A_crash_is_exit_code_4_and_the_target_runs_on()
    {
        using TargetProcess many = TargetProcess.Start("Many", Runtimes.Net10, "200000");
        many.ReadUntil();
        using Process tool = ToolRun.Start([.. ToolRun.Command, "list", $"{many.Pid}", "--isolate"]);
        Task<string> errors = tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> output = tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        // The runtime shrugs off a SIGSEGV that comes from outside, so the child dies of SIGKILL, while it holds the target.
        Assert.True(SpinWait.SpinUntil(() => ProcFiles.State(many.Pid) == 't', TimeSpan.FromMinutes(1)));
        Assert.Equal(0, Kill(Assert.Single(ProcessTree.ChildrenOf(tool.Id)), KillSignal));
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        string said = await errors;

        Assert.True(tool.ExitCode == 4, $"exit code {tool.ExitCode}\n{await output}\n{said}");
        Assert.Contains("[ERROR] The process that read the target died of signal 9", said, StringComparison.Ordinal);
        Assert.True(SpinWait.SpinUntil(() => ProcFiles.State(many.Pid) is not ('t' or 'T'), TimeSpan.FromSeconds(10)));
        many.Send("quit");
        Assert.Equal(0, many.WaitForExit());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
