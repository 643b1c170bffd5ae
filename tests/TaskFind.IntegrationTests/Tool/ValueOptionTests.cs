using System.Globalization;
using System.Text.Json;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>The option <c>--values</c>, on a process of its own.</summary>
public sealed class ValueOptionTests : IDisposable
{
    private readonly TargetProcess _target = TargetProcess.Start("Variables", Runtimes.Net10);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskfind-tests-");

    public ValueOptionTests() => _target.ReadUntil("ready");

    private string Pid => _target.Pid.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _target.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Find_shows_them_only_when_asked()
    {
        ToolRun asked = ToolRun.Of("find", "Shop.Inner", Pid, "--values");
        ToolRun not = ToolRun.Of("find", "Shop.Inner", Pid);
        ToolRun stack = ToolRun.Of("find", "Shop.Outer", Pid, "--values", "--stack", "--source-root", ToolBuild.RepositoryRoot);

        Assert.Contains(" wait_for=<TaskCompletionSource [field:'Never.s_source']> locals=[number=8] cb=[", Assert.Single(asked.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("locals", not.Output, StringComparison.Ordinal);
        string[] lines = stack.Lines;
        int inner = Array.FindIndex(lines, l => l.StartsWith("   at Shop.Inner(int) in ", StringComparison.Ordinal)), outer = Array.FindIndex(lines, l => l.StartsWith("   at Shop.Outer(int) in ", StringComparison.Ordinal));
        Assert.Equal(["        await Never.Task;", "          number=8"], lines[(inner + 1)..outer]);
        Assert.Equal(["          id=7", "          kept='order 7'"], lines[(outer + 3)..]);
    }

    [Fact]
    public void List_shows_them_below_the_rows_and_in_json()
    {
        ToolRun table = ToolRun.Of("list", Pid, "--values", "--all");
        ToolRun json = ToolRun.Of("list", Pid, "--values", "--method", "Shop.Outer", "--format", "json");
        var schema = new SchemaValidator(JsonDocument.Parse(File.ReadAllText(Path.Combine(ToolBuild.RepositoryRoot, "docs/json-schema.json"))).RootElement);

        string[] lines = table.Lines;
        Assert.Equal("  locals=[number=8]", lines[Array.FindIndex(lines, l => l.Contains(" Shop.Inner() ", StringComparison.Ordinal)) + 1]);
        Assert.Equal("  result=17", lines[Array.FindIndex(lines, l => l.Contains(" Shop.Done() ", StringComparison.Ordinal)) + 1]);
        JsonElement document = JsonDocument.Parse(json.Output).RootElement;
        Assert.Empty(schema.Validate(document));
        Assert.Equal(
            ["this Shop ", "id int 7", "kept string order 7"],
            document.GetProperty("tasks")[0].GetProperty("locals").GetProperty("variables").EnumerateArray().Select(v => $"{v.GetProperty("name")} {v.GetProperty("type")} {(v.TryGetProperty("value", out JsonElement value) ? value : "")}"));
    }

    [Fact]
    public void A_capture_has_them_when_it_was_taken_with_them()
    {
        string with = Path.Combine(_folder.FullName, "with.cap"), without = Path.Combine(_folder.FullName, "without.cap");
        Assert.Equal(0, ToolRun.Of("capture", Pid, "--values", "-o", with).ExitCode);
        Assert.Equal(0, ToolRun.Of("capture", Pid, "-o", without).ExitCode);

        Assert.Contains(" locals=[number=8] ", ToolRun.Of("find", "Shop.Inner", with, "--values").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("locals", ToolRun.Of("find", "Shop.Inner", with).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("locals", ToolRun.Of("find", "Shop.Inner", without, "--values").Output, StringComparison.Ordinal);
    }
}
