using TaskFind.Model;
using Xunit;

namespace TaskFind.Tests.Model;

public sealed class TaskGraphTests
{
    [Fact]
    public void Nodes_are_found_by_address_and_by_ordinal()
    {
        var graph = SampleGraph.Make();
        foreach (var node in graph.Nodes)
        {
            Assert.Equal(node, graph.At(node.Address));
            Assert.Equal(node, graph[node.Ordinal]);
        }

        Assert.Null(graph.At(new ObjectAddress(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph[new NodeOrdinal(graph.Count)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => graph[new NodeOrdinal(-1)]);
    }

    [Fact]
    public void Links_without_a_meaning_are_left_out_of_the_wait()
    {
        var maker = new GraphMaker();
        var inner = maker.Async("A.Inner()", "A.cs:1");
        var unwrap = maker.Promise("Task");
        var outer = maker.Async("A.Outer()", "A.cs:2");
        maker.Awaits(unwrap, inner);
        maker.Awaits(outer, unwrap);
        var graph = maker.Build();
        Assert.Equal(graph[new NodeOrdinal(inner)], Assert.IsType<TaskWait>(graph[new NodeOrdinal(outer)].Wait).Target);
        Assert.Equal(graph[new NodeOrdinal(unwrap)], graph[new NodeOrdinal(outer)].Awaits);
    }

    [Fact]
    public void A_ring_of_links_comes_to_an_end()
    {
        var maker = new GraphMaker();
        var a = maker.Promise("Task");
        var b = maker.Promise("Task");
        maker.Awaits(a, b);
        maker.Awaits(b, a);
        var graph = maker.Build();
        Assert.IsType<TaskWait>(graph[new NodeOrdinal(a)].Wait);
        Assert.Contains("wait_for=<Task [pending]>", new TaskFind.Rendering.Repr(graph).Line(graph[new NodeOrdinal(a)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_places_and_strings_are_kept_once()
    {
        var maker = new GraphMaker();
        for (var i = 0; i < 1000; i++)
            maker.Async("Many.Step()", "Many.cs:1");
        var graph = maker.Build();
        Assert.Single(graph.Methods);
        Assert.Single(graph.Points);
    }

    [Fact]
    public void The_name_is_the_id_then_the_state_then_the_address()
    {
        var maker = new GraphMaker();
        var named = maker.Add(NodeKind.AsyncMethod, "Task", null, null, id: 7, name: "site-1");
        var stated = maker.Add(NodeKind.AsyncMethod, "Task", null, null, name: "site-2");
        var bare = maker.Add(NodeKind.AsyncMethod, "Task", null, null);
        var graph = maker.Build();
        Assert.Equal(["Task-7", "site-2", graph[new NodeOrdinal(bare)].Address.ToString()], new[] { named, stated, bare }.Select(n => graph[new NodeOrdinal(n)].DisplayName));
    }

    [Fact]
    public void A_thread_tells_what_it_runs_is_blocked_on_and_holds()
    {
        TaskGraph graph = SampleGraph.Make();
        TaskThread main = graph.Threads.Single(t => t.Name == "main");
        TaskThread worker = graph.Threads.Single(t => t.ManagedId == 12);

        Assert.Equal(worker.Runs, Assert.IsType<TaskWait>(main.BlockedOn).Target);
        Assert.Equal("Program.Main", main.Frame?.Method.DisplayName);
        Assert.Equal(Assert.Single(main.Holds).Address, worker.BlockedOn?.Address);
        Assert.Equal(1, worker.BlockedOn?.Fact("owner")?.Number);
        Assert.Null(worker.Frame);
    }

    [Fact]
    public void What_ends_a_wait_early_is_said_on_the_way()
    {
        TaskGraph graph = SampleGraph.Make();
        TaskNode timed = graph.Nodes.Single(n => n.Method?.Name == "Timed");

        TaskWait wait = Assert.IsType<TaskWait>(timed.Wait);

        Assert.Equal("LoadAsync", wait.Target.Method?.Name);
        Assert.Equal(WaitKind.WaitAsync, wait.Via?.Kind);
        Assert.True(wait.Via?.Fact("cancellable").HasValue);
    }

    [Fact]
    public void A_promise_that_nobody_awaits_is_abandoned()
    {
        var maker = new GraphMaker();
        maker.Waits(maker.Promise("Task"), new WaitRow { Kind = WaitKind.Delay, Left = 1, Of = 2 });
        maker.AwaitsPromise(maker.Async("Program.Main()", "/Program.cs:1"), "Task", new WaitRow { Kind = WaitKind.Delay, Left = 1, Of = 2 });
        maker.Promise("Task");

        Assert.Equal([true, false, false, false], maker.Build().Nodes.Select(n => n.IsAbandoned));
    }
}
