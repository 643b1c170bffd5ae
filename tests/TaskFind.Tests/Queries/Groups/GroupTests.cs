using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Groups;
using TaskFind.Rendering;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Queries.Groups;

public sealed class GroupTests
{
    [Fact]
    public void Tasks_that_stand_alike_are_one_row_with_the_facts_that_hold_for_all_and_the_range_of_times()
    {
        var maker = new GraphMaker();
        foreach (var (left, peer) in new[] { (800, "10.0.0.9:5432"), (4_000, "10.0.0.9:5432"), (-300, "10.0.0.9:5432") })
        {
            maker.AwaitsPromise(maker.Async("Shop.Wait()", "Shop.cs:1"), "Task", new WaitRow { Kind = WaitKind.Delay, Left = left, Of = 5_000 });
            Receive(maker, maker.Async("Shop.Read()", "Shop.cs:2"), left, peer);
        }

        Receive(maker, maker.Async("Shop.Read()", "Shop.cs:2"), 9, "10.0.0.9:5432");
        maker.AwaitsPromise(maker.Async("Shop.Wait()", "Shop.cs:3"), "Task", new WaitRow { Kind = WaitKind.Delay, Left = 100, Of = 5_000 });

        Assert.Equal(
            [
                "4 | pending | Shop.Read() | Shop.cs:2 | Socket [receive, peer:'10.0.0.9:5432'] | ",
                "3 | pending | Shop.Wait() | Shop.cs:1 | Task.Delay [of:5.0s] | overdue 0.3s to left 4.0s",
                "1 | pending | Shop.Wait() | Shop.cs:3 | Task.Delay [left:0.1s, of:5.0s] | left 0.1s",
            ],
            Rows(maker.Build()));
    }

    [Fact]
    public void What_a_chain_ends_at_counts_for_all_of_it_and_only_the_innermost_is_a_wait_of_the_overview()
    {
        var maker = new GraphMaker();
        var (top, between, end) = (maker.Async("App.Run()", "App.cs:1"), maker.Async("App.Load()", "App.cs:2"), maker.Async("Net.Read()", "Net.cs:1", framework: true));
        maker.Awaits(top, between);
        maker.Awaits(between, end);
        Receive(maker, end, 67, "10.0.0.9:5432");
        var graph = maker.Build();

        Assert.Equal(3, graph.Nodes.Count(n => WaitWord.TryParse("socket")!.Fits(n, new ChainLeaves(graph))));
        var overview = Overview.Of(graph);
        Assert.Equal(["App.Load"], overview.Waits.Select(g => g.First.Method!.DisplayName));
        Assert.Equal((2, 1), (overview.Pending, overview.PendingFramework));
    }

    [Fact]
    public void A_circle_has_no_end_and_is_said()
    {
        var maker = new GraphMaker();
        var (a, b, c) = (maker.Async("Loop.A()", "Loop.cs:3"), maker.Async("Loop.B()", "Loop.cs:8"), maker.Async("App.Run()", "App.cs:1"));
        maker.Awaits(a, b);
        maker.Awaits(b, a);
        maker.Awaits(c, a);
        var graph = maker.Build();

        var overview = Overview.Of(graph);
        Assert.Equal(2, overview.InCircles.Count);
        Assert.Empty(overview.Waits);
        Assert.Equal(3, new TaskFilter { Waits = WaitWord.TryParse("cycle") }.Apply(graph).Tasks.Count);
        Assert.All(Rows(graph), r => Assert.Contains("each other, in a circle", r, StringComparison.Ordinal));
    }

    [Fact]
    public void A_join_of_the_programs_tasks_is_no_end_but_one_of_promises_is()
    {
        var maker = new GraphMaker();
        var worker = maker.Async("Work.Step()", "Work.cs:1");
        maker.AwaitsPromise(worker, "Task", new WaitRow { Kind = WaitKind.Delay, Left = 1, Of = 2 });
        maker.AwaitsPromise(maker.Async("Work.All()", "Work.cs:9"), "Task", new WaitRow { Kind = WaitKind.WhenAll, Count = 1, Total = 1 }, worker);
        maker.AwaitsPromise(maker.Async("Work.Both()", "Work.cs:10"), "Task", new WaitRow { Kind = WaitKind.WhenAll, Count = 1, Total = 1 }, maker.Promise("Task"));

        Assert.Equal(["Work.Both", "Work.Step"], Overview.Of(maker.Build()).Waits.Select(g => g.First.Method!.DisplayName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_is_followed_without_depth()
    {
        var maker = new GraphMaker();
        var last = maker.Async("Deep.Run()", "Deep.cs:1");
        for (var i = 1; i < 100_000; i++)
        {
            var next = maker.Async("Deep.Run()", "Deep.cs:1");
            maker.Awaits(last, next);
            last = next;
        }

        maker.AwaitsPromise(last, "Task", new WaitRow { Kind = WaitKind.Delay, Left = 800, Of = 1000 });
        var graph = maker.Build();
        Assert.Equal(["100000 | pending | Deep.Run() | Deep.cs:1 | Task.Delay [of:1.0s] | left 0.8s"], Rows(graph));
        Assert.Single(Overview.Of(graph).Waits.Single().Tasks);
    }

    [Fact]
    public void Who_stands_behind_the_await_of_a_semaphore_seems_to_hold_it()
    {
        var maker = new GraphMaker();
        Wait(maker, 1, "Pool.UseAsync()", 0x7000);
        Wait(maker, 1, "Pool.UseAsync()", 0x7000);
        var holder = At(maker, 2, "Pool.UseAsync()");
        At(maker, 2, "Pool.OtherAsync()");
        var graph = maker.Build();

        var semaphore = graph.Nodes.First(n => n.Wait is SemaphoreWait).Wait;
        Assert.Equal([holder], new Holders(graph).Of(semaphore).Select(n => n.Ordinal.Value));
        Assert.Contains(Rows(graph), r => r.Contains("SemaphoreSlim [value:0, waiters:2] held (inferred) by Pool.UseAsync() at Pool.cs:2", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_semaphores_at_one_await_leave_it_open_who_holds_which()
    {
        var maker = new GraphMaker();
        Wait(maker, 1, "Pool.UseAsync()", 0x7000);
        Wait(maker, 1, "Pool.UseAsync()", 0x8000);
        At(maker, 2, "Pool.UseAsync()");
        var graph = maker.Build();

        Assert.All(graph.Nodes, n => Assert.Empty(new Holders(graph).Of(n.Wait)));
    }

    [Theory]
    [InlineData("delay"), InlineData("periodicTimer"), InlineData("periodic-timer"), InlineData("WHENALL"), InlineData("cycle")]
    public void Kinds_of_wait_are_read_in_any_case_and_with_hyphens(string word) => Assert.NotNull(WaitWord.TryParse(word));

    [Theory]
    [InlineData("task"), InlineData(""), InlineData("0"), InlineData("nothing")]
    public void Other_words_are_no_kinds_of_wait(string word) => Assert.Null(WaitWord.TryParse(word));

    [Fact]
    public void Any_graph_has_an_overview_of_one_screen_with_nothing_raw()
    {
        const int MostLines = 36;
        for (var seed = 0; seed < 500; seed++)
        {
            var graph = new RandomGraph(seed).Make();
            var text = new OverviewText(graph, Overview.Of(graph));
            string[] lines = [text.Head, .. text.Rows.Select(r => string.Join(' ', r)), .. text.Lines()];
            Assert.All(lines, l => Raw.AssertNone(l, seed));
            Assert.InRange(lines.Length, 1, MostLines);
        }
    }

    private static string[] Rows(TaskGraph graph)
    {
        var text = new GroupText(graph, new Holders(graph));
        return [.. TaskGroups.Of(graph.Nodes.Where(n => n.Method is not null), new ChainLeaves(graph)).Select(g => string.Join(" | ", text.Row(g)))];
    }

    private static void Receive(GraphMaker maker, int node, int fd, string peer) => maker.Builder[node].Wait = maker.Builder.Add(
        new WaitRow { Kind = WaitKind.Socket, Address = (ulong)(0x9000 + fd), Type = maker.Builder.Intern("Socket") }, [WaitFact.Flag("receive"), WaitFact.Of("fd", fd), WaitFact.Text("peer", peer), WaitFact.Time("idle", 800)]);

    private static int At(GraphMaker maker, int await, string method) =>
        maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method(method), GraphMaker.At($"Pool.cs:{await}") with { AwaitIndex = await, AwaitCount = 2 });

    private static void Wait(GraphMaker maker, int await, string method, ulong semaphore) =>
        maker.AwaitsPromise(At(maker, await, method), "Task<bool>", new WaitRow { Kind = WaitKind.Semaphore, Count = 0, Position = 1, Total = 2, Owner = semaphore });
}
