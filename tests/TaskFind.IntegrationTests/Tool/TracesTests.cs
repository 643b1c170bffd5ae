using System.Globalization;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>A look leaves no trace on the machine.</summary>
public sealed class TracesTests : IDisposable
{
    private static readonly string[] s_places = ["HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"];

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("taskfind-tests-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void No_file_and_no_folder_is_left_behind()
    {
        using TargetProcess hello = TargetProcess.Start("Hello", Runtimes.Net10);
        hello.ReadUntil("ready");
        using TargetDump dump = TargetDump.Take(hello, DumpKind.WithHeap);

        AssertNothingIsLeft(0, "find", "TaskCoro", hello.Pid.ToString(CultureInfo.InvariantCulture));
        AssertNothingIsLeft(0, "find", "TaskCoro", dump.FilePath);
        AssertNothingIsLeft(1, "find", "NoSuchMethod", dump.FilePath, "--format", "json");
        AssertNothingIsLeft(0, "demo");
    }

    private void AssertNothingIsLeft(int exitCode, params string[] arguments)
    {
        ToolRun run = ToolRun.OfCommand(
            [.. ToolRun.Command, .. arguments], folder: _home.FullName, environment: s_places.ToDictionary(n => n, string? (_) => _home.FullName));

        Assert.True(run.ExitCode == exitCode, run.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(_home.FullName, "*", SearchOption.AllDirectories));
    }
}
