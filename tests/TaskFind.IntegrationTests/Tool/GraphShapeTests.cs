using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using Xunit;

namespace TaskFind.IntegrationTests.Tool;

/// <summary>Graphs that a naive walk never gets through: every way of printing them ends, in few lines that count tasks and not paths.</summary>
public sealed class GraphShapeTests
{
    [Theory]
    [InlineData("diamonds", @"(└─ |   )+(Program\.<top-level>\.(Left|Right|Bottom)\(\)|Task\.WhenAll)", 48)]
    [InlineData("fan", @"10000× Program\.<top-level>\.Link\(\) at Program\.cs:\d+", 10_001)]
    [InlineData("chain", @"Program\.<top-level>\.Link\(\) at Program\.cs:\d+ \.\.\.$", 100_000)]
    public void Every_command_ends_in_few_lines(string shape, string expected, int tasks)
    {
        using TargetProcess target = TargetProcess.Start("Graphs", Runtimes.Net10, shape);
        target.ReadUntil();
        string pid = $"{target.Pid}";

        string[] tree = Lines("tree", pid);
        Assert.InRange(tree.Length, 2, 4 * 48);
        Assert.Contains(tree, l => Regex.IsMatch(l, expected));
        string[] groups = Lines("list", pid, "--group");
        Assert.InRange(groups.Length, 2, 10);
        Assert.Equal(tasks, groups[1..].Sum(l => int.Parse(l[..l.IndexOf(' ', StringComparison.Ordinal)])));
        Assert.InRange(Lines(pid).Length, 4, 40);
        Assert.InRange(Lines("find", "Bottom", pid).Length, 1, 2);
        Assert.InRange(Lines("tree", pid, "--method", "Bottom").Length, 2, 4 * 48);
    }

    private static string[] Lines(params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);
        Assert.True(run.ExitCode == 0, run.ToString());
        return run.Lines;
    }
}
