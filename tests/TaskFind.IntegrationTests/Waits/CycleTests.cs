using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>Methods that wait for each other are found, printed with "..." and gone round in bounded time.</summary>
public sealed class CycleTests
{
    public static TheoryData<string> Frameworks => [.. Runtimes.All];

    [Theory, MemberData(nameof(Frameworks))]
    public void Rings_are_printed_once_round(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Cycle", framework);
        Dictionary<string, SiteFact> sites = SiteFact.ReadAll(target).ToDictionary(s => s.Method);
        TaskGraph graph = Look.At(target);
        var repr = new Repr(graph);
        TaskNode Of(string method) => Assert.Single(graph.Nodes, n => n.Id?.Value == sites[method].Owner);
        string At(string method) => $"{method}() at Ring.cs:{sites[method].Line}";

        Assert.Equal(Of("Ring.B"), Of("Ring.A").Awaits);
        Assert.Equal(Of("Ring.A"), Of("Ring.B").Awaits);
        Assert.Equal($"{At("Ring.B")}, ...", repr.WaitsFor(Of("Ring.A")));
        Assert.Equal($"{At("Ring.A")}, ...", repr.WaitsFor(Of("Ring.B")));
        Assert.Equal("...", repr.WaitsFor(Of("Ring.Self")));
        Assert.Equal($"{At("Ring.A")}, {At("Ring.B")}, ...", repr.WaitsFor(Of("Ring.Outside")));
        // The ring of three goes through a WhenAll, which stands between X and Y.
        Assert.Matches(@"^Task\.WhenAll \[left:2, (Ring\.Y\(\) at Ring\.cs:\d+, TaskCompletionSource<int>|TaskCompletionSource<int>.*Ring\.Y\(\) at Ring\.cs:\d+)", repr.WaitsFor(Of("Ring.X")));
        Assert.EndsWith(", ..., TaskCompletionSource<int> [name:'site-" + "1', field:'Sites.New.source']]", repr.WaitsFor(Of("Ring.Y"))?.Replace("site-2", "site-1", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(new EdgeCheck(graph).OneSided);
    }

    [Theory, MemberData(nameof(Frameworks))]
    public void Stacks_end_where_the_ring_closes(string framework)
    {
        using TargetProcess target = TargetProcess.Start("Cycle", framework);
        Dictionary<string, SiteFact> sites = SiteFact.ReadAll(target).ToDictionary(s => s.Method);
        TaskGraph graph = Look.At(target);
        var stacks = new StackText(graph);

        Assert.All(sites.Values, site =>
        {
            TaskNode node = Assert.Single(graph.Nodes, n => n.Id?.Value == site.Owner);
            IReadOnlyList<string> lines = stacks.Lines(node);
            Assert.InRange(lines.Count, 3, 20);
            Assert.Contains(lines, l => l.Contains($"{site.Method}(", StringComparison.Ordinal) && l.EndsWith($"Ring.cs:line {site.Line}", StringComparison.Ordinal));
        });
        Assert.Contains("   ... Ring.A() at", string.Join('\n', stacks.Lines(Assert.Single(graph.Nodes, n => n.Id?.Value == sites["Ring.A"].Owner))), StringComparison.Ordinal);
    }
}
