using System.Text;
using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Groups;
using TaskFind.Queries.Trees;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class JsonReportTests
{
    private static readonly SchemaValidator Schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/json-schema.json"))).RootElement);

    private static readonly JsonReportOptions Options = new() { Tool = "0.1.0", Query = "find OrderRepo.*", Repr = true, Values = true };

    [Fact]
    public void One_of_everything()
    {
        var graph = SampleGraph.Make();
        var text = Write(graph, graph.Nodes, Options);
        Assert.Empty(Schema.Validate(Parse(text)));
        Golden.Check("look.json", text.Split('\n'));
    }

    [Fact]
    public void A_tree_and_groups_are_in_the_schema()
    {
        var graph = SampleGraph.Make();
        var text = Write(graph, [], Options with { Query = "tree", Tree = AwaitTree.Of(graph), Groups = TaskGroups.Of(graph.Nodes, new ChainLeaves(graph)) });
        Assert.Empty(Schema.Validate(Parse(text)));
        Golden.Check("tree.json", text.Split('\n'));
    }

    [Fact]
    public void A_tree_of_any_graph_is_valid_and_every_number_is_a_branch()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var graph = new RandomGraph(seed).Make();
            var document = Parse(Write(graph, [], Options with { Tree = AwaitTree.Of(graph), Groups = TaskGroups.Of(graph.Nodes, new ChainLeaves(graph)) }));
            Assert.Empty(Schema.Validate(document));
            var branches = document.GetProperty("tree").GetProperty("branches").EnumerateArray().ToArray();
            Assert.Equal(Enumerable.Range(0, branches.Length), branches.Select(b => b.GetProperty("number").GetInt32()));
            var named = branches.Where(b => b.TryGetProperty("below", out _)).SelectMany(b => b.GetProperty("below").EnumerateArray()).Select(n => n.GetInt32());
            Assert.All(named, n => Assert.InRange(n, 0, branches.Length - 1));
        }
    }

    [Fact]
    public void Every_reason_for_no_match_is_in_the_schema()
    {
        var graph = new GraphMaker().Build();
        foreach (var reason in Enum.GetValues<NoMatchReason>())
        {
            var options = Options with { NoMatch = new NoMatch(reason, "why", ["Near"]), IgnoredCase = true, HiddenDone = 3, Omitted = 9 };
            Assert.Empty(Schema.Validate(Parse(Write(graph, [], options))));
        }
    }

    [Fact]
    public void Values_and_reprs_are_written_only_when_asked_for()
    {
        var graph = SampleGraph.Make();
        var text = Write(graph, graph.Nodes, Options with { Repr = false, Values = false, Query = null });
        Assert.Empty(Schema.Validate(Parse(text)));
        Assert.DoesNotContain("\"result\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"repr\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_strings_stay_valid_and_nothing_raw_gets_through()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var graph = new RandomGraph(seed).Make();
            var text = Write(graph, graph.Nodes, Options with { Indented = false, Query = new RandomGraph(seed).Text() });
            Raw.AssertNone(text.Replace("\ufffd", "", StringComparison.Ordinal), seed);
            var document = Parse(text);
            Assert.Empty(Schema.Validate(document));
            foreach (var (node, read) in graph.Nodes.Zip(document.GetProperty("tasks").EnumerateArray()))
                Assert.Equal(Whole(node.Type), read.GetProperty("type").GetString());
        }
    }

    [Fact]
    public void The_validator_notices_what_is_wrong()
    {
        var graph = SampleGraph.Make();
        var text = Write(graph, graph.Nodes, Options);
        foreach (var (right, wrong) in new[] { ("\"complete\"", "\"compleat\""), ("\"pending\"", "\"Pending\""), ("\"0x7f", "\"7f"), ("\"line\": 14", "\"line\": \"14\""), ("\"schemaVersion\": 1", "\"schemaVersion\": 2") })
            Assert.NotEmpty(Schema.Validate(Parse(text.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void Many_tasks_stream()
    {
        var maker = new GraphMaker();
        maker.Async("Many.Step()", "Many.cs:1");
        var graph = maker.Build();
        var node = graph[new NodeOrdinal(0)];
        var output = new CountingStream();
        var before = GC.GetAllocatedBytesForCurrentThread();
        JsonReport.Write(output, graph, Enumerable.Repeat(node, 100_000).ToList(), Options with { Indented = false });
        Assert.True(output.Length > 30_000_000, $"{output.Length}");
        Assert.True(output.Largest < 1_000_000, $"one write of {output.Largest}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{(GC.GetAllocatedBytesForCurrentThread() - before) / 100_000} bytes allocated for a task");
    }

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;

    private static string Write(TaskGraph graph, IEnumerable<TaskNode> tasks, JsonReportOptions options)
    {
        using var output = new MemoryStream();
        JsonReport.Write(output, graph, tasks.ToList(), options);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
