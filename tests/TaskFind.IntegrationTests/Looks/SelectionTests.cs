using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Looks;

/// <summary>A look for one method says of its tasks what a look at all of them says.</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData("Waits", Runtimes.Net8)]
    [InlineData("Waits", Runtimes.Net10)]
    [InlineData("Primitives", Runtimes.Net10)]
    [InlineData("Channels", Runtimes.Net10)]
    [InlineData("Queues", Runtimes.Net10)]
    [InlineData("Net", Runtimes.Net10)]
    [InlineData("Runners", Runtimes.Net10)]
    [InlineData("Cycle", Runtimes.Net10)]
    public void One_method_reads_as_among_all(string program, string framework)
    {
        using TargetProcess target = TargetProcess.Start(program, framework);
        target.ReadUntil();
        using TargetDump dump = TargetDump.Take(target);
        TaskGraph whole = Look.At(dump);
        string[] names = [.. whole.Nodes.Where(n => n.Method is { IsFramework: false } && !n.IsDone).Select(n => n.Method!.SearchName).Distinct().Order(StringComparer.Ordinal)];
        Assert.NotEmpty(names);
        var smaller = 0;
        foreach (string name in names)
        {
            TaskGraph selected = Look.At(dump, new LookOptions { Pattern = name, RelatedOnly = true });
            Assert.Equal(FoundText.Of(whole, name), FoundText.Of(selected, name));
            Assert.Equal(whole.Coverage.Tasks, selected.Coverage.Tasks);
            Assert.Equal(Threads(whole), Threads(selected));
            smaller += selected.Count < whole.Count ? 1 : 0;
        }

        Assert.NotEqual(0, smaller);
    }

    private static string Threads(TaskGraph graph) =>
        string.Join('\n', graph.Threads.Select(t => $"{t.ManagedId} {t.Runs?.Address} {t.BlockedOn?.Kind} {t.BlockedOn?.Address} {string.Join(' ', t.Holds.Select(h => h.Address))}"));
}
