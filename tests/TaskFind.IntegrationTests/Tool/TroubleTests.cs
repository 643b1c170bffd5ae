using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>What cannot be looked at is exit code 3, one sentence and what to type next.</summary>
public sealed class TroubleTests
{
    [Fact]
    public void No_such_process() => IsTrouble("2147483647");

    [Fact]
    public void No_such_name() => IsTrouble("no-such-program-anywhere");

    [Fact]
    public void A_process_without_dotnet()
    {
        using TargetProcess sleep = TargetProcess.Start(["/bin/sleep", "1000"]);

        IsTrouble(sleep.Pid.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_file_that_is_no_dump() => IsTrouble(ToolBuild.Assembly);

    [Fact]
    public void Several_processes_of_one_name_are_listed_with_exit_code_2()
    {
        using TargetProcess one = TargetProcess.Start("Hello", Runtimes.Net10);
        using TargetProcess two = TargetProcess.Start("Hello", Runtimes.Net10);
        one.ReadUntil("ready");
        two.ReadUntil("ready");

        ToolRun run = ToolRun.Of("find", "TaskCoro", "-n", "Hello");

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Matches($@"\b{one.Pid}\b", run.Errors);
        Assert.Matches($@"\b{two.Pid}\b", run.Errors);
    }

    [Fact]
    public void An_answer_that_cannot_be_written_is_exit_code_2()
    {
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");

        ToolRun run = ToolRun.Of("find", "TaskCoro", $"{hello.Pid}", "-o", "/proc/nothing-can-be-written-here");

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.StartsWith("[ERROR] The answer could not be written", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_that_runs_out_of_time_is_exit_code_4()
    {
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");

        ToolRun run = ToolRun.Of("list", $"{hello.Pid}", "--timeout", "0.001");

        Assert.True(run.ExitCode == 4, run.ToString());
    }

    private static void IsTrouble(string target)
    {
        ToolRun run = ToolRun.Of("find", "TaskCoro", target);

        Assert.True(run.ExitCode == 3, run.ToString());
        Assert.Empty(run.Output);
        string[] lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("[ERROR] ", lines[0], StringComparison.Ordinal);
    }
}
