using System.Collections.Concurrent;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.IntegrationTests.Waits;
using TaskFind.Model;
using Xunit;

namespace TaskFind.IntegrationTests.Sites;

/// <summary>Every await site that knows itself, in every kind of build, on every runtime, live and from two kinds of dumps.</summary>
public sealed class MatrixTests(ITestOutputHelper output)
{
    private static readonly string[] s_programs = ["AwaitSites", "AwaitSites.Release", "AwaitSites.Embedded", "AwaitSites.NoPdb"];

    [Fact]
    public void All_sites_in_all_builds_on_all_runtimes_from_all_views()
    {
        var scores = new ConcurrentDictionary<(string Program, string Framework), IReadOnlyList<SiteScore>>();
        (string Program, string Framework)[] cells = [.. s_programs.SelectMany(p => Runtimes.All.Select(f => (p, f)))];

        Parallel.ForEach(cells, new ParallelOptions { MaxDegreeOfParallelism = 2 }, cell => scores[cell] = Look(cell.Program, cell.Framework));

        SiteScore[] rows = [.. cells.SelectMany(c => scores[c])];
        output.WriteLine(SiteScore.Header);
        foreach (SiteScore row in rows)
        {
            output.WriteLine(row.ToString());
        }

        Assert.Equal(36, rows.Length);
        Assert.All(rows, r => r.AssertAllRight());
        Assert.All(rows, r => Assert.Equal((r.Sites, r.Sites, r.Sites), (r.Methods, r.Awaited, r.Exact + r.Statement + r.Span + r.NoLine)));
        Assert.All(rows, r => Assert.Equal(174, r.Sites));
    }

    private List<SiteScore> Look(string program, string framework)
    {
        bool hasLines = program != "AwaitSites.NoPdb";
        using TargetProcess target = TargetProcess.Start(program, framework);
        IReadOnlyList<SiteFact> sites = SiteFact.ReadAll(target);
        TaskGraph live = Looks.Look.At(target);
        var scores = new List<SiteScore> { new SiteCheck(live, hasLines).Score($"{program}, {framework}, live", sites) };
        AssertEdges(live, $"{program}, {framework}, live");
        foreach (DumpKind kind in new[] { DumpKind.Full, DumpKind.WithHeap })
        {
            using TargetDump dump = TargetDump.Take(target, kind);
            using var objects = new DumpObjects(dump);
            TaskGraph graph = Looks.Look.At(dump);
            scores.Add(new SiteCheck(graph, hasLines, objects.Name).Score($"{program}, {framework}, {kind} dump", sites));
            AssertEdges(graph, $"{program}, {framework}, {kind} dump");
        }

        return scores;
    }

    private void AssertEdges(TaskGraph graph, string view)
    {
        var edges = new EdgeCheck(graph);
        output.WriteLine($"{view}: {edges.Suspended} methods at an await, {edges.Confirmed} edges confirmed, {edges.AwaitDone.Count} await what is done, {edges.AwaitOthers.Count} await no task");
        Assert.True(edges.OneSided.Count == 0, string.Join('\n', edges.OneSided));
        Assert.Empty(edges.Blind);
    }
}
