using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Findings;

/// <summary>A real test run that hangs is told in one command: which test, at which line, on what.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class HangingRunTests
{
    private const string Folder = "tests/targets/HangingTests/";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void The_hanging_tests_are_named_with_their_lines()
    {
        using TargetProcess run = Hang();
        ToolRun check = Check(run, "--looks", "2", "--interval", "200ms", "--fail-on", "error", "--format", "github");
        Assert.True(check.ExitCode == 1, check.ToString());
        Assert.Contains($"::error file={Folder}OrderTests.cs,line=10,endLine=10,col=9,title=hanging test%3A OrderTests.Reserve_waits_for_stock::OrderTests.Reserve_waits_for_stock() at OrderTests.cs:10 has not ended: "
            + "it waits for OrderService.ReserveAsync() at OrderService.cs:10, Inventory.TakeAsync() at Inventory.cs:10, TaskCompletionSource [field:'Inventory._refilled'].", check.Output, StringComparison.Ordinal);
        Assert.Contains($"::error file={Folder}PayTests.cs,line=8,endLine=8,col=39,title=hanging test%3A PayTests.Pay_blocks::", check.Output, StringComparison.Ordinal);
        Assert.Contains("stuck: the same", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PassingTests", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_shows_what_it_says()
    {
        using TargetProcess run = Hang();
        string readme = File.ReadAllText(Path.Combine(ToolBuild.RepositoryRoot, "README.md"));
        foreach (string format in new[] { "text", "github" })
        {
            foreach (string line in Check(run, "--only", "hanging-test", "--format", format).Lines.Where(l => l.Length > 0))
                Assert.Contains(Plain("    " + line), Plain(readme), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_lines_of_a_deterministic_build_are_read_below_the_source_root()
    {
        using TargetProcess run = Hang();
        ToolRun stack = ToolRun.Of("find", "Reserve_waits_for_stock", run.Pid.ToString(CultureInfo.InvariantCulture), "--stack", "--source-root", ToolBuild.RepositoryRoot);
        Assert.Contains("var order = await new OrderService().ReserveAsync(7);", stack.Output, StringComparison.Ordinal);
        ToolRun json = ToolRun.Of("find", "Reserve_waits_for_stock", run.Pid.ToString(CultureInfo.InvariantCulture), "--format", "json", "--source-root", ToolBuild.RepositoryRoot);
        Assert.Contains($"\"repoPath\": \"{Folder}OrderTests.cs\"", json.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"repoPath\": \"src/xunit", json.Output, StringComparison.Ordinal);
        Assert.Contains("\"test\": true", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_error_there_is_no_failure()
    {
        using TargetProcess run = Hang();
        Assert.Equal(0, Check(run, "--fail-on", "error").ExitCode);
        Assert.Equal(1, Check(run, "--fail-on", "hanging-test").ExitCode);
        Assert.Equal(0, Check(run, "--ignore", "hanging-test", "--ignore", "sync-over-async", "--fail-on", "info").ExitCode);
    }

    private static TargetProcess Hang()
    {
        TargetProcess run = TargetProcess.Start("HangingTests", Runtimes.Net10);
        var end = DateTime.UtcNow + s_patience;
        for (ToolRun check; (check = Check(run, "--only", "hanging-test")).Lines.Count(l => l.Contains("has not ended", StringComparison.Ordinal)) < 2;)
            Assert.True(DateTime.UtcNow < end, $"the tests did not come to hang: {check}\n{ToolRun.Of("list", $"{run.Pid}", "--all", "--framework")}");
        return run;
    }

    private static ToolRun Check(TargetProcess run, params string[] options) =>
        ToolRun.Of(["check", run.Pid.ToString(CultureInfo.InvariantCulture), .. options]);

    private static string Plain(string text) => Addresses().Replace(Threads().Replace(text, "thread N"), "0xN");

    [GeneratedRegex("0x[0-9a-f]+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"thread \d+")]
    private static partial Regex Threads();
}
