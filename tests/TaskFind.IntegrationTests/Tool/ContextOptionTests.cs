using System.Globalization;
using System.Text.Json;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>The option <c>--context</c>, on a process of its own.</summary>
public sealed class ContextOptionTests : IDisposable
{
    private const string Shown = "context=<OrderContext.s_tenant='acme'>";

    private readonly TargetProcess _target = TargetProcess.Start("Context", Runtimes.Net10);

    public ContextOptionTests() => _target.ReadUntil("ready");

    private string Pid => _target.Pid.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _target.Dispose();

    [Fact]
    public void Find_shows_it_only_when_asked()
    {
        ToolRun asked = ToolRun.Of("find", "Maps.One", Pid, "--context");
        ToolRun not = ToolRun.Of("find", "Maps.One", Pid);
        ToolRun stack = ToolRun.Of("find", "Maps.One", Pid, "--context", "--stack");

        Assert.EndsWith($" wait_for=<TaskCompletionSource> {Shown}>", Assert.Single(asked.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("acme", not.Output, StringComparison.Ordinal);
        Assert.Equal("   context OrderContext.s_tenant='acme'", stack.Lines[1]);
    }

    [Fact]
    public void List_shows_it_below_the_rows_and_in_json()
    {
        ToolRun table = ToolRun.Of("list", Pid, "--context", "--method", "Maps.*");
        ToolRun json = ToolRun.Of("list", Pid, "--context", "--method", "Maps.One", "--format", "json");
        var schema = new SchemaValidator(JsonDocument.Parse(File.ReadAllText(Path.Combine(ToolBuild.RepositoryRoot, "docs/json-schema.json"))).RootElement);

        string[] lines = table.Lines;
        Assert.Equal($"  {Shown}", lines[Array.FindIndex(lines, l => l.Contains(" Maps.One() ", StringComparison.Ordinal)) + 1]);
        Assert.DoesNotContain("context=", lines[Array.FindIndex(lines, l => l.Contains(" Maps.None() ", StringComparison.Ordinal)) + 1], StringComparison.Ordinal);
        JsonElement document = JsonDocument.Parse(json.Output).RootElement;
        Assert.Empty(schema.Validate(document));
        Assert.Equal("acme", document.GetProperty("tasks")[0].GetProperty("context").GetProperty("locals")[0].GetProperty("value").GetString());
    }

    [Fact]
    public void Commands_that_would_not_show_it_refuse_it() => Assert.Equal(2, ToolRun.Of("tree", Pid, "--context").ExitCode);
}
