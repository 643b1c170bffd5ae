using System.Text;
using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Groups;
using TaskFind.Queries.Trees;
using TaskFind.Rendering;
using TaskFind.Scanning;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Bounds;

/// <summary>What the limits of following and printing a graph leave out is said.</summary>
public sealed class GraphLimitTests
{
    private static readonly JsonReportOptions s_options = new() { Tool = "0.1.0", Indented = false };

    [Theory]
    [InlineData(Limits.Graph.Links - 1, false)]
    [InlineData(Limits.Graph.Links, true)]
    public void A_wait_behind_too_many_links_is_a_gap(int links, bool isCut)
    {
        var maker = new GraphMaker();
        int at = maker.Async("A.Run()", "A.cs:1");
        for (int i = 0; i < links; i++)
        {
            int next = maker.Promise("Task");
            maker.Awaits(at, next);
            at = next;
        }

        maker.Waits(at, new WaitRow { Kind = WaitKind.Delay, Left = 5, Of = 9 });
        LongLinks.Tell(maker.Builder);
        TaskGraph graph = maker.Build();

        Assert.Equal(isCut ? "what a task waits for" : null, graph.Coverage.Gaps.SingleOrDefault()?.What);
        Assert.Equal(!isCut, graph[new NodeOrdinal(0)].Wait is DelayWait);
    }

    [Fact]
    public void Links_in_a_circle_are_a_gap()
    {
        var maker = new GraphMaker();
        (int one, int other) = (maker.Promise("Task"), maker.Promise("Task"));
        maker.Awaits(one, other);
        maker.Awaits(other, one);
        LongLinks.Tell(maker.Builder);

        Assert.Equal("what a task waits for", Assert.Single(maker.Build().Coverage.Gaps).What);
    }

    [Fact]
    public void Methods_of_the_framework_are_passed_over_however_many_they_are()
    {
        var maker = new GraphMaker();
        int at = maker.Async("App.Run()", "App.cs:1");
        for (int i = 0; i < 3 * Limits.Graph.ChainHops; i++)
        {
            int next = maker.Async("Net.Copy()", "Net.cs:1", framework: true);
            maker.Awaits(at, next);
            at = next;
        }

        maker.Awaits(at, maker.Async("App.Read()", "App.cs:2"));

        Assert.Equal(["App.Run() at App.cs:1", "└─ … App.Read() at App.cs:2"], new TreeText(AwaitTree.Of(maker.Build())).Lines(10));
    }

    [Fact]
    public void Methods_of_the_framework_in_a_circle_are_gone_round_once()
    {
        var maker = new GraphMaker();
        int top = maker.Async("App.Run()", "App.cs:1");
        int[] ring = [.. Enumerable.Range(1, 3).Select(i => maker.Async($"Net.Turn{i}()", "Net.cs:1", framework: true))];
        maker.Awaits(top, ring[0]);
        for (int i = 0; i < ring.Length; i++)
        {
            maker.Awaits(ring[i], ring[(i + 1) % ring.Length]);
        }

        Assert.Equal("App.Run() at App.cs:1", new TreeText(AwaitTree.Of(maker.Build())).Lines(10)[0]);
    }

    [Fact]
    public void Overloads_that_are_not_named_are_counted()
    {
        var maker = new GraphMaker();
        maker.Builder.LoadedMethods = [.. Enumerable.Range(0, Limits.Graph.Signatures + 2).Select(i => new LoadedMethod(GraphMaker.Method($"A.Add(T{i})"), MethodShape.Async))];

        NoMatch none = TaskSearch.Find(maker.Build(), "Add(string)", new SearchOptions()).NoMatch!;

        Assert.EndsWith("but 7 others of its name are.", none.Text, StringComparison.Ordinal);
        Assert.Equal(Limits.Graph.Signatures, none.Nearest.Count);
    }

    [Fact]
    public void Holders_and_requests_that_JSON_does_not_name_are_counted()
    {
        const int more = 3;
        var maker = new GraphMaker();
        TaskMethod method = GraphMaker.Method("Pool.Use()");
        var wait = new WaitRow { Kind = WaitKind.Semaphore, Owner = 0x77, Count = 0, Position = 1, Total = 1 };
        int waiter = maker.Add(NodeKind.AsyncMethod, "Task", method, GraphMaker.At("Pool.cs:1") with { AwaitIndex = 1 });
        maker.AwaitsPromise(waiter, "Task", wait);
        for (int i = 0; i < Limits.Text.Named + more; i++)
        {
            maker.AwaitsPromise(maker.Add(NodeKind.AsyncMethod, "Task", method, GraphMaker.At("Pool.cs:2") with { AwaitIndex = 2 }), "Task", new WaitRow { Kind = WaitKind.Delay, Left = 1, Of = 2 });
            int top = maker.Async("Web.Handle()", "Web.cs:1");
            maker.Awaits(top, waiter);
            maker.Builder.Add(new RequestRow { Node = top, Method = maker.Builder.Intern("GET"), Path = maker.Builder.Intern($"/{i}"), Route = -1, Age = WaitRow.NoTime });
        }

        maker.Builder.Threads.Add(new ThreadRow(4, 4, null) { OmittedFrames = 99 });
        TaskGraph graph = maker.Build();
        using var output = new MemoryStream();
        JsonReport.Write(output, graph, [], s_options with { Tree = AwaitTree.Of(graph), Groups = TaskGroups.Of(graph.Nodes.Where(n => n.Method is not null), new ChainLeaves(graph)) });
        string text = Encoding.UTF8.GetString(output.ToArray());

        Assert.Empty(new SchemaValidator(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/json-schema.json"))).RootElement).Validate(JsonDocument.Parse(text).RootElement));
        Assert.Contains($"\"omittedHolders\":{more}", text, StringComparison.Ordinal);
        Assert.Contains("\"omittedFrames\":99", text, StringComparison.Ordinal);
        Assert.Contains($"\"omittedRequests\":{more}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_folder_tells_apart_keeps_its_whole_path()
    {
        string tail = string.Concat(Enumerable.Repeat("/d", Limits.Text.Folders + 1)) + "/Program.cs";
        var maker = new GraphMaker();
        maker.Async("A.B()", "/a" + tail + ":1");
        for (int i = 0; i <= Limits.Text.Folders; i++)
        {
            maker.Builder.Intern(GraphMaker.At($"/{i}{tail}:1"));
        }

        PlaceNames names = PlaceNames.For(maker.Build());

        Assert.Equal("/32" + tail, names["/32" + tail]);
    }
}
