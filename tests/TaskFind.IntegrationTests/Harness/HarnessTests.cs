using System.Globalization;
using Xunit;

namespace TaskFind.IntegrationTests.Harness;

public sealed class HarnessTests
{
    public static TheoryData<string> Frameworks => [.. Runtimes.All];

    [Theory, MemberData(nameof(Frameworks))]
    public void Hello_runs_on_the_runtime_it_is_built_for(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Hello", framework);

        Assert.Equal(["Task is running"], target.ReadUntil("ready"));
        string coreclr = ProcFiles.MappedFile(target.Pid, "libcoreclr.so")!;
        Assert.Contains($"/{framework[3..]}", coreclr, StringComparison.Ordinal);

        target.Send("go");
        Assert.Equal("Task is done", target.ReadLine());
        target.Send("quit");
        Assert.Equal(0, target.WaitForExit());
    }

    [Fact]
    public void Target_ends_by_itself_when_its_input_ends()
    {
        using TargetProcess target = TargetProcess.Start("Hello", Runtimes.Net10);
        target.ReadUntil("ready");

        target.CloseInput();

        Assert.Equal(0, target.WaitForExit());
    }

    [Fact]
    public void Dispose_kills_and_reaps_a_target_that_does_not_listen()
    {
        TargetProcess target = TargetProcess.Start(["/bin/sleep", "1000"]);
        Assert.False(target.HasEnded);

        target.Dispose();

        Assert.Null(ProcFiles.State(target.Pid));
    }

    [Fact]
    public void Target_is_not_our_child()
    {
        using TargetProcess target = TargetProcess.Start(["/bin/sleep", "1000"]);

        string parent = File.ReadLines($"/proc/{target.Pid}/status").Single(l => l.StartsWith("PPid:", StringComparison.Ordinal));

        Assert.NotEqual(Environment.ProcessId, int.Parse(parent.AsSpan(5), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_target_that_dies_is_told_with_its_stderr()
    {
        using TargetProcess target = TargetProcess.Start(["/bin/sh", "-c", "echo broken >&2; exit 3"]);

        var told = Assert.Throws<InvalidOperationException>(() => target.ReadUntil("ready"));

        Assert.Contains("broken", told.Message, StringComparison.Ordinal);
        Assert.Equal(3, target.WaitForExit());
    }

    [Theory, MemberData(nameof(Frameworks))]
    public void A_dump_is_written_and_deleted(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Hello", framework);
        target.ReadUntil("ready");
        string path;
        using (TargetDump dump = TargetDump.Take(target, DumpKind.WithHeap))
        {
            path = dump.FilePath;
            Assert.True(new FileInfo(path).Length > 1_000_000);
        }

        Assert.False(File.Exists(path));
        target.Send("go");
        Assert.Equal("Task is done", target.ReadLine());
    }
}
