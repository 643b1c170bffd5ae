using System.Globalization;
using System.Text.Json;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>What the tool really prints for programs is what the schema promises.</summary>
public sealed class JsonTests
{
    private static readonly string[] s_everything = ["--all", "--promises", "--framework", "--values", "--repr", "--format", "json"];

    private static readonly SchemaValidator s_schema = new(
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ToolBuild.RepositoryRoot, "docs/json-schema.json"))).RootElement);

    [Fact]
    public void Everything_that_a_program_can_wait_for_is_valid_live_and_from_a_dump()
    {
        using TargetProcess target = TargetProcess.Start("Waits", Runtimes.Net10);
        StandingFact.ReadAll(target);
        using TargetDump dump = TargetDump.Take(target);

        foreach (string place in new[] { Pid(target), dump.FilePath })
        {
            JsonElement[] tasks = [.. Valid(0, ["list", place, .. s_everything]).GetProperty("tasks").EnumerateArray()];

            Assert.True(tasks.Length > 200, $"{tasks.Length} tasks");
            Assert.Superset(
                new HashSet<string?> { "task", "delay", "completionSource", "whenAll", "whenAny", "semaphore" },
                tasks.Where(t => t.TryGetProperty("waitsFor", out _)).Select(t => t.GetProperty("waitsFor").GetProperty("kind").GetString()).ToHashSet());
            Assert.Equal(
                ["asyncVoid", "iterator", "task", "valueTask"],
                tasks.Select(t => t.GetProperty("node").GetString()).Distinct().Order(StringComparer.Ordinal));
            foreach (string fact in new[] { "result", "exception", "awaitedBy", "blockedThreads", "leaf" })
            {
                Assert.Contains(tasks, t => t.TryGetProperty(fact, out _));
            }
        }
    }

    [Fact]
    public void An_await_cycle_and_every_way_to_find_nothing_are_valid()
    {
        using TargetProcess cycle = TargetProcess.Start("Cycle", Runtimes.Net10);
        SiteFact.ReadAll(cycle);

        JsonElement ring = Valid(0, "find", "Ring.A", Pid(cycle), "--format", "json");
        Assert.Equal("cycle", Assert.Single(ring.GetProperty("tasks").EnumerateArray()).GetProperty("leaf").GetProperty("kind").GetString());
        foreach ((string what, string reason) in new[]
        {
            ("NoSuchMethod", "notLoaded"), ("Ring.A(long)", "notLoaded"), ("Program.Main", "notAsync"), ("0x8", "noSuchTask"), ("Task-2000000000", "noSuchTask"), ("Ring.cs:1", "nothingSuspended"),
        })
        {
            JsonElement none = Valid(1, "find", what, Pid(cycle), "--format", "json");
            Assert.Equal((what, reason), (what, none.GetProperty("noMatch").GetProperty("reason").GetString()));
        }
    }

    private static JsonElement Valid(int exitCode, params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);
        Assert.True(run.ExitCode == exitCode, run.ToString());
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Empty(s_schema.Validate(document));
        return document;
    }

    private static string Pid(TargetProcess target) => target.Pid.ToString(CultureInfo.InvariantCulture);
}
