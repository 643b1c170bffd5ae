using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>Programs whose runtime is part of the executable, which has no debugging library of its own.</summary>
public sealed class SingleFileTests
{
    public static TheoryData<string> Frameworks => [.. Runtimes.All];

    [Theory, MemberData(nameof(Frameworks))]
    public void A_single_file_program_is_read_with_the_library_of_its_runtime_pack(string framework)
    {
        using TargetProcess target = TargetProcess.Start("SingleFile", framework);
        target.ReadUntil();

        ToolRun run = ToolRun.Of("find", "TaskCoro", $"{target.Pid}", "--trust-dac");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Matches(@"^<Task pending name='\S+' coro=<Program\.TaskCoro\(\) awaiting at Program\.cs:\d+> wait_for=<TaskCompletionSource \[field:'Program\.s_go'\]>", Assert.Single(run.Lines));
        Assert.Contains(ToolRun.Of("ps").Lines, l => Regex.IsMatch(l, $@"^{target.Pid} +SingleFile +\S+ +{Regex.Escape(Version(framework))} "));
    }

    [Fact]
    public void A_full_dump_of_one_is_read_too()
    {
        using TargetProcess target = TargetProcess.Start("SingleFile", Runtimes.Net10);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target, DumpKind.Full, System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory());

        ToolRun run = ToolRun.Of("find", "TaskCoro", dump.FilePath, "--trust-dac");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("coro=<Program.TaskCoro() awaiting at Program.cs:", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_that_library_it_says_which_package_has_it()
    {
        using TargetProcess target = TargetProcess.Start("SingleFile", Runtimes.Net8);
        target.ReadUntil();
        var nowhere = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = "/nonexistent", ["DOTNET_ROOT"] = null };

        ToolRun run = ToolRun.OfCommand([.. ToolRun.Command, "list", $"{target.Pid}"], environment: nowhere);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"[ERROR] Process {target.Pid} is a single-file program, which brings no debugging library, and none of its runtime, .NET 8.0.31, is on this machine.", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Microsoft.NETCore.App.Runtime.linux-x64 8.0.31", run.Errors, StringComparison.Ordinal);
        Assert.False(target.HasEnded);
    }

    [Fact]
    public void A_library_of_another_runtime_is_refused()
    {
        using TargetProcess target = TargetProcess.Start("SingleFile", Runtimes.Net8);
        target.ReadUntil();

        ToolRun run = ToolRun.Of("list", $"{target.Pid}", "--dac", Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "libmscordaccore.so"));

        Assert.True(run.ExitCode == 3, run.ToString());
        Assert.Contains("belongs to another runtime build", run.Errors, StringComparison.Ordinal);
    }

    private static string Version(string framework) => framework switch
    {
        Runtimes.Net8 => "8.0.31",
        Runtimes.Net9 => "9.0.22",
        _ => "10.0.12",
    };
}
