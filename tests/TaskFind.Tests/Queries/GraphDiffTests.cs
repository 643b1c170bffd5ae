using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Rendering;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Queries;

public sealed class GraphDiffTests
{
    private static readonly SchemaValidator Schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/json-schema.json"))).RootElement);

    [Fact]
    public void What_is_new_gone_still_there_and_moved()
    {
        var (before, after) = (Make(("Shop.Loads()", 20, 3), ("Shop.Waits()", 30, 2), ("Shop.Moves()", 41, 1)), Make(("Shop.Loads()", 20, 3), ("Shop.Pays()", 35, 1), ("Shop.Moves()", 42, 1)));
        var diff = GraphDiff.Of(before, after);
        Assert.True(diff.IsSameProcess && diff.HasChanged);
        var text = new DiffText(diff, before, after, new ReprOptions());
        Assert.Equal(
            ["2 0 gone  Shop.Waits() at Shop.cs:30", "1 0 gone  Shop.Moves() at Shop.cs:41", "0 1 new  Shop.Pays() at Shop.cs:35", "0 1 new 1 Shop.Moves() at Shop.cs:42", "3 3  3 Shop.Loads() at Shop.cs:20"],
            diff.Places.Select(p => text.Row(p)).Select(r => $"{r[0]} {r[1]} {r[2]} {r[3]}{r[4]} {r[5]}").OrderBy(l => l.StartsWith('3')).ThenByDescending(l => l[0]).ThenBy(l => l.Contains("Moves", StringComparison.Ordinal)));
        Assert.Equal(["Task-7 moved: Shop.Moves() at Shop.cs:41, now Shop.Moves() at Shop.cs:42"], text.Moved(10));
    }

    [Fact]
    public void Of_another_process_only_counts_are_compared()
    {
        var other = Make(("Shop.Loads()", 20, 5));
        var diff = GraphDiff.Of(SampleGraph.Make(), other);
        var counts = GraphDiff.Of(Make(("Shop.Loads()", 20, 3)), Of(other, 4712));
        Assert.False(counts.IsSameProcess);
        Assert.Equal((3, 5, 0), (counts.Places[0].Before, counts.Places[0].After, counts.Places[0].Same));
        Assert.True(diff.IsSameProcess);
    }

    [Fact]
    public void A_graph_does_not_differ_from_itself()
    {
        for (var seed = 0; seed < 100; seed++)
            Assert.False(GraphDiff.Of(new RandomGraph(seed).Make(), new RandomGraph(seed).Make()).HasChanged);
    }

    [Fact]
    public void The_document_is_in_the_schema()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (before, after) = (new RandomGraph(seed).Make(), new RandomGraph(seed + 1).Make());
            using var stream = new MemoryStream();
            JsonReport.Write(stream, after, [], new JsonReportOptions { Tool = "0.1.0", Query = "diff", Diff = (GraphDiff.Of(before, after, framework: true), before) });
            Assert.Empty(Schema.Validate(JsonDocument.Parse(stream.ToArray()).RootElement));
        }
    }

    private static TaskGraph Of(TaskGraph graph, int pid) => new(graph.Data with { Target = graph.Target with { Pid = pid } });

    // The methods that move have an id; the others are known again by where they lie.
    private static TaskGraph Make(params (string Method, int Line, int Count)[] places)
    {
        var maker = new GraphMaker();
        foreach (var (method, line, count) in places)
        {
            for (var i = 0; i < count; i++)
                maker.Async(method, $"Shop.cs:{line}", id: method.Contains("Moves", StringComparison.Ordinal) ? 7 : 0);
        }

        return maker.Build();
    }
}
