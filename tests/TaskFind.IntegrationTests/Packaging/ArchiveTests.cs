using System.Globalization;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Packaging;

/// <summary>The archive that brings its own runtime works where there is no .NET, no shell and no file of anybody else.</summary>
public sealed class ArchiveTests(EmptyRoot root) : IClassFixture<EmptyRoot>
{
    private const long MostBytes = 25_000_000;

    [Fact]
    public void It_is_one_folder_and_small_enough_to_be_copied()
    {
        Assert.InRange(new FileInfo(root.Archive).Length, 1, MostBytes);

        Assert.Equal(root.Folder + ".tar.gz", Path.GetFileName(root.Archive));
        Assert.Contains(Succeeds("--version").Output.TrimEnd(), root.Folder, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_is_empty_but_for_it()
    {
        _ = root.Archive;

        string[] others = [.. Directory.GetFiles(root.FullPath, "*", SearchOption.AllDirectories).Where(f => !f.Contains(root.Folder, StringComparison.Ordinal) && !f.StartsWith(Path.Combine(root.FullPath, "tmp"), StringComparison.Ordinal))];

        Assert.All(others, f => Assert.Matches(@"/dev/null$|/(ld-linux-x86-64|lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+))\.so\.\d+$", f));
    }

    [Fact]
    public void It_sees_processes_outside_and_their_tasks()
    {
        _ = root.Archive;
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");
        string pid = hello.Pid.ToString(CultureInfo.InvariantCulture);

        Assert.Matches($@"(?m)^{pid} +Hello ", Succeeds("ps").Output);
        IsTheTask(Succeeds("find", "TaskCoro", pid));
        IsTheTask(Succeeds("find", "TaskCoro", pid, "--isolate"));
        Assert.Contains("\"name\": \"Program.TaskCoro\"", Succeeds("list", pid, "--format", "json").Output, StringComparison.Ordinal);
    }

    // Their debugging libraries are under another root, where this one's trust does not reach.
    [Theory]
    [InlineData(Runtimes.Net8)]
    [InlineData(Runtimes.Net9)]
    public void It_takes_the_library_of_another_runtime_when_it_may(string framework)
    {
        _ = root.Archive;
        using TargetProcess hello = TargetProcess.Start("Hello", framework);
        hello.ReadUntil("ready");

        string pid = hello.Pid.ToString(CultureInfo.InvariantCulture);

        ToolRun refused = root.Run("find", "TaskCoro", pid);

        Assert.True(refused.ExitCode == 3, refused.ToString());
        Assert.Contains("--trust-dac", refused.Errors, StringComparison.Ordinal);
        IsTheTask(Succeeds("find", "TaskCoro", pid, "--trust-dac"));
    }

    // The debugging library for it is in the archive: that of its own runtime.
    [Fact]
    public void It_reads_a_dump_of_its_own_runtimes_version()
    {
        _ = root.Archive;
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");
        using TargetDump dump = TargetDump.Take(hello, DumpKind.WithHeap);
        Assert.SkipUnless(Path.GetFileName(Path.GetDirectoryName(dump.Dac)) == "10.0.12", "the dump is of another version");
        File.Move(dump.FilePath, Path.Combine(root.FullPath, "tmp/core"));

        ToolRun run = Succeeds("find", "TaskCoro", "/tmp/core");

        Assert.StartsWith("<Task pending name='0x", run.Output, StringComparison.Ordinal);
        Assert.Contains("coro=<Program.TaskCoro() awaiting", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_its_demo_and_leaves_nothing_behind()
    {
        _ = root.Archive;

        IsTheTask(Succeeds("demo"));

        Assert.Empty(Directory.GetFiles(Path.Combine(root.FullPath, "tmp"), "dotnet-*"));
    }

    private static void IsTheTask(ToolRun run) => Assert.Matches(@"<Task pending name='0x[0-9a-f]+' coro=<Program\.TaskCoro\(\) awaiting at Program\.cs:\d+> ", run.Output);

    private ToolRun Succeeds(params string[] arguments)
    {
        ToolRun run = root.Run(arguments);
        Assert.True(run.ExitCode == 0, run.ToString());
        return run;
    }
}
