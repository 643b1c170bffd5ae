using System.Diagnostics;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>The demo says only what happened, and leaves nothing behind.</summary>
public sealed class DemoTests
{
    private const string Found =
        @"^Found: <Task pending name='0x[0-9a-f]+' coro=<Program\.TaskCoro\(\) awaiting at Program\.cs:(\d+)> wait_for=<Task\.Delay \[left:[0-9.]+m?s, of:\d+\.0s\]>.*>$";

    [Fact]
    public void It_finds_its_task_and_the_task_ends()
    {
        ToolRun run = ToolRun.Of("demo");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(3, run.Lines.Length);
        Assert.Equal("Task is running", run.Lines[0]);
        Assert.Matches(Found, run.Lines[1]);
        Assert.Equal("Task is done", run.Lines[2]);
    }

    [Fact]
    public void The_line_it_shows_is_the_line_of_the_await()
    {
        string source = Path.Combine(ToolBuild.RepositoryRoot, "src/dotnet-taskfind/Demo/Program.cs");
        int line = 1 + Array.FindIndex(File.ReadAllLines(source), l => l.Contains("await Task.Delay", StringComparison.Ordinal));

        Assert.Contains($"awaiting at Program.cs:{line}>", ToolRun.Of("demo").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_program_ends_with_it_even_when_it_is_killed()
    {
        using Process demo = ToolRun.Start([.. ToolRun.Command, "demo"]);
        int program = WaitForProgram(demo);

        demo.Kill();
        demo.WaitForExit();

        Assert.True(SpinWait.SpinUntil(() => ProcFiles.State(program) is null or 'Z', TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_demo_whose_program_dies_fails()
    {
        using Process demo = ToolRun.Start([.. ToolRun.Command, "demo"]);
        using Process program = Process.GetProcessById(WaitForProgram(demo));

        program.Kill();

        demo.WaitForExit();
        string said = demo.StandardOutput.ReadToEnd();
        Assert.NotEqual(0, demo.ExitCode);
        Assert.DoesNotContain("Task is done", said, StringComparison.Ordinal);
    }

    private static int WaitForProgram(Process demo)
    {
        int found = 0;
        Assert.True(SpinWait.SpinUntil(() => (found = ProgramOf(demo.Id)) != 0 || demo.HasExited, TimeSpan.FromSeconds(60)));
        Assert.NotEqual(0, found);
        return found;
    }

    // The demo's child is a shell, and the shell's child is the program.
    private static int ProgramOf(int demo) => ProcessTree.ChildrenOf(demo).SelectMany(ProcessTree.ChildrenOf).FirstOrDefault();
}
