using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Contexts;

/// <summary>A look for one method says of the contexts of its tasks what a look at all of them says; a look that does not ask says nothing.</summary>
public sealed class ContextSelectionTests
{
    [Theory]
    [InlineData("Context", Runtimes.Net8)]
    [InlineData("Context", Runtimes.Net10)]
    [InlineData("Waits", Runtimes.Net10)]
    public void One_method_reads_as_among_all(string program, string framework)
    {
        using TargetProcess target = TargetProcess.Start(program, framework);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target);
        TaskGraph whole = Look.At(dump, new LookOptions { Context = true });
        string[] names = [.. whole.Nodes.Where(n => n.Method is { IsFramework: false } && !n.IsDone).Select(n => n.Method!.SearchName).Distinct().Order(StringComparer.Ordinal)];
        Assert.NotEmpty(names);
        foreach (string name in names)
            Assert.Equal(FoundText.Of(whole, name), FoundText.Of(Look.At(dump, new LookOptions { Pattern = name, RelatedOnly = true, Context = true }), name));
    }

    [Theory]
    [InlineData("Context")]
    [InlineData("Waits")]
    public void Who_does_not_ask_is_told_nothing_of_it_and_everything_else(string program)
    {
        using TargetProcess target = TargetProcess.Start(program, Runtimes.Net10);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target);

        TaskGraph without = Look.At(dump);
        TaskGraph with = Look.At(dump, new LookOptions { Context = true });

        Assert.All(without.Nodes, n => Assert.Null(n.Context));
        Assert.DoesNotContain(without.Coverage.Gaps, g => g.What.Contains("context", StringComparison.Ordinal));
        Assert.Equal(without.Nodes.Select(Plain), with.Nodes.Select(Plain));

        static string Plain(TaskNode node)
        {
            string line = new Repr(node.Graph).Line(node);
            return node.Context is { } context ? line.Replace($" context=<{ContextText.Of(context, full: false)}>", "", StringComparison.Ordinal) : line;
        }
    }
}
