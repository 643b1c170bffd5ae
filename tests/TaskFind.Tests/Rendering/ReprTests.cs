using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class ReprTests
{
    [Fact]
    public void One_of_everything()
    {
        var graph = SampleGraph.Make();
        var repr = new Repr(graph);
        Golden.Check("repr.txt", [.. graph.Nodes.Select(repr.Line), .. graph.RunningMethods.Select(repr.Line)]);
    }

    [Fact]
    public void One_of_everything_in_full()
    {
        var graph = SampleGraph.Make();
        var repr = new Repr(graph, new ReprOptions { Full = true });
        Golden.Check("repr-full.txt", [.. graph.Nodes.Select(repr.Line), .. graph.RunningMethods.Select(repr.Line)]);
    }

    [Fact]
    public void Wraps_between_fields_where_the_line_is_too_long()
    {
        var graph = SampleGraph.Make();
        var repr = new Repr(graph);
        Golden.Check("repr-wrapped.txt", [.. graph.Nodes.SelectMany(n => repr.Lines(n, 100)), .. graph.RunningMethods.SelectMany(r => repr.Lines(r, 20))]);
        Assert.All(graph.Nodes, node => Assert.Equal([repr.Line(node)], repr.Lines(node, 1000)));
    }

    [Fact]
    public void A_long_way_down_is_cut_and_says_so()
    {
        var maker = new GraphMaker();
        var last = maker.Async("Deep.Down()", "Deep.cs:1");
        for (var i = 0; i < 3000; i++)
        {
            var next = maker.Async("Deep.Down()", "Deep.cs:2");
            maker.Awaits(last, next);
            last = next;
        }

        var graph = maker.Build();
        Assert.Contains("wait_for=<Deep.Down() at Deep.cs:2, <998 more>, Deep.Down() at Deep.cs:2, <1000+ deeper>>", new Repr(graph).Line(graph[new NodeOrdinal(0)]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_awaits_itself_prints_dots()
    {
        var maker = new GraphMaker();
        var self = maker.Async("Loop.Self()", "Loop.cs:1", id: 3);
        maker.Awaits(self, self);
        var graph = maker.Build();
        Assert.Equal(
            "<Task pending name='Task-3' coro=<Loop.Self() awaiting at Loop.cs:1> wait_for=<...> cb=[Loop.Self() at Loop.cs:1]>",
            new Repr(graph).Line(graph[new NodeOrdinal(0)]));
    }

    [Fact]
    public void A_link_that_nobody_waits_for_is_not_called_by_what_it_waits_for()
    {
        var maker = new GraphMaker();
        var spin = maker.Async("Work.Spin()", "Work.cs:1", id: 1);
        maker.Awaits(maker.Promise("Task<int>"), spin);
        var graph = maker.Build();
        Assert.EndsWith(" cb=[Task<int> [pending]]>", new Repr(graph).Line(graph[new NodeOrdinal(spin)]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_through_WhenAll_prints_dots()
    {
        var maker = new GraphMaker();
        var a = maker.Async("Loop.A()", "Loop.cs:1", id: 1);
        var b = maker.Async("Loop.B()", "Loop.cs:2", id: 2);
        maker.AwaitsPromise(a, "Task", new WaitRow { Kind = WaitKind.WhenAll, Count = 1 }, b);
        maker.Awaits(b, a);
        var graph = maker.Build();
        Assert.Contains("wait_for=<Loop.A() at Loop.cs:1, Task.WhenAll [left:1, ...]>", new Repr(graph).Line(graph[new NodeOrdinal(b)]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_prints_what_the_tool_prints()
    {
        var graph = SampleGraph.Make();
        Assert.All(graph.Nodes, node => Assert.Equal(new Repr(graph).Line(node), node.Describe()));
    }
}
