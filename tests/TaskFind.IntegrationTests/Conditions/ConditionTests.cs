using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Tool;
using Xunit;

namespace TaskFind.IntegrationTests.Conditions;

/// <summary>Makes every condition of docs/conditions.md happen.</summary>
public sealed partial class ConditionTests
{
    /// <summary>All conditions, or those that a person wants to see alone.</summary>
    public static TheoryData<string> All => [.. ConditionCatalogue.All.Select(c => c.Given)
        .Where(given => given.Contains(Environment.GetEnvironmentVariable("TASKFIND_CONDITION") ?? "", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(All))]
    public void Given(string given)
    {
        Condition condition = ConditionCatalogue.All.Single(c => c.Given == given);
        Assert.SkipWhen(condition.NeedsRoot && Environment.UserName != "root", "only root can make it happen");
        using var scene = new Scene();

        ToolRun run = condition.Act(scene);

        Assert.True(run.ExitCode == condition.ExitCode, $"exit code {condition.ExitCode} was expected\n{run}");
        string[] lines = [.. run.Lines, .. run.Errors.Split('\n')];
        Assert.True(lines.Any(l => PatternOf(condition.Prints).IsMatch(l)), $"no line is '{condition.Prints}'\n{run}");
        Assert.DoesNotContain(lines, l => StackTrace().IsMatch(l));
        scene.AssertAsExpected(condition.After);
    }

    // {…} stands for anything.
    private static Regex PatternOf(string prints) => new("^" + string.Join(".*", Placeholder().Split(prints).Select(Regex.Escape)) + "$", RegexOptions.None, TimeSpan.FromSeconds(5));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\s+at .*\(.*\)|Unhandled exception")]
    private static partial Regex StackTrace();
}
