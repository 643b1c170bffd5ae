using System.Text.Json;
using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>The tree and the overview of real programs, as people and programs get them.</summary>
public sealed class TreeTests
{
    private static readonly SchemaValidator s_schema = new(
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ToolBuild.RepositoryRoot, "docs/json-schema.json"))).RootElement);

    [Fact]
    public void Blocked_threads_locks_and_holders_are_lines()
    {
        using TargetProcess target = TargetProcess.Start("Primitives", Runtimes.Net10);
        target.ReadUntil();
        string pid = $"{target.Pid}";

        ToolRun tree = ToolRun.Of("tree", pid, "--limit", "1000");
        Assert.True(tree.ExitCode == 0, tree.ToString());
        Assert.Contains(tree.Lines, l => Regex.IsMatch(l, @"^3× Holding\.UseAsync\(\) at Holding\.cs:18 waits for SemaphoreSlim \[value:0, waiters:3, field:'Holding\.s_key'\] held \(inferred\) by Holding\.UseAsync\(\) at Holding\.cs:19$"));
        int enters = Array.FindIndex(tree.Lines, l => Regex.IsMatch(l, @"thread \d+ 'in-monitor' blocked in BlockedThreads\.EnterMonitor\(\) at BlockedThreads\.cs:\d+ on Monitor \[object:BlockedThreads\.Ledger, owner:\d+, waiting:1\]"));
        Assert.True(enters >= 0, tree.ToString());
        Assert.Matches(@"└─ thread \d+ 'monitor-owner' blocked in BlockedThreads\.OwnMonitor\(\) at BlockedThreads\.cs:\d+ on ManualResetEventSlim\.Wait", tree.Lines[enters + 1]);
        Assert.Contains(tree.Lines, l => Regex.IsMatch(l, @"thread \d+ 'in-semaphore' blocked in .* on SemaphoreSlim \[value:0, waiters:1, field:'BlockedThreads\.s_permits'\]"));

        ToolRun overview = ToolRun.Of(pid);
        Assert.True(overview.ExitCode == 0, overview.ToString());
        Assert.InRange(overview.Lines.Length, 10, 39);
        Assert.Contains(overview.Lines, l => Regex.IsMatch(l, @"^\d+ threads are blocked:$"));
        Assert.Contains(overview.Lines, l => l.Contains("held (inferred) by Holding.UseAsync()", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tree_for_programs_is_valid_and_says_the_same()
    {
        using TargetProcess target = TargetProcess.Start("Primitives", Runtimes.Net10);
        target.ReadUntil();

        ToolRun run = ToolRun.Of("tree", $"{target.Pid}", "--format", "json");
        Assert.True(run.ExitCode == 0, run.ToString());
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Empty(s_schema.Validate(document));
        JsonElement waiting = Assert.Single(
            document.GetProperty("tree").GetProperty("branches").EnumerateArray(), b => b.TryGetProperty("inferredHolders", out _));
        Assert.Equal(3, waiting.GetProperty("count").GetInt32());
        Assert.Equal("semaphore", waiting.GetProperty("waitsFor").GetProperty("kind").GetString());

        run = ToolRun.Of("list", $"{target.Pid}", "--group", "--format", "json");
        Assert.True(run.ExitCode == 0, run.ToString());
        document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Empty(s_schema.Validate(document));
        Assert.Contains(document.GetProperty("groups").EnumerateArray(), g => g.GetProperty("count").GetInt32() == 3 && g.TryGetProperty("inferredHolders", out _));
    }

    [Fact]
    public void Circles_are_said_and_a_method_that_is_not_there_has_its_reason()
    {
        using TargetProcess target = TargetProcess.Start("Cycle", Runtimes.Net10);
        target.ReadUntil();
        string pid = $"{target.Pid}";

        ToolRun overview = ToolRun.Of(pid);
        Assert.True(overview.ExitCode == 0, overview.ToString());
        Assert.Contains(overview.Lines, l => Regex.IsMatch(l, @"^error deadlock: \d tasks wait for each other, and none can go on\.( \d tasks? outside waits? for them\.)?$"));
        ToolRun tree = ToolRun.Of("tree", pid);
        Assert.Contains(tree.Lines, l => l.Contains("(cycle: back to #", StringComparison.Ordinal));
        Assert.Equal(5, ToolRun.Of("list", pid, "--waits", "cycle", "--method", "Ring.?").Lines.Length - 1);

        ToolRun none = ToolRun.Of("tree", pid, "--method", "Ring.Nowhere");
        Assert.Equal((1, ""), (none.ExitCode, none.Output));
        Assert.Contains("No method 'Ring.Nowhere' is loaded", none.Errors, StringComparison.Ordinal);
        Assert.Contains("upper and lower case", ToolRun.Of("tree", pid, "--method", "ring.a").Errors, StringComparison.Ordinal);
    }
}
