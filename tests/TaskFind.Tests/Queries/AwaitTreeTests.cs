using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Trees;
using TaskFind.Rendering;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Queries;

public sealed class AwaitTreeTests
{
    [Fact]
    public void One_of_everything() => Golden.Check("tree.txt", Lines(SampleGraph.Make()));

    [Fact]
    public void With_the_framework() => Golden.Check("tree-framework.txt", new TreeText(AwaitTree.Of(SampleGraph.Make(), framework: true)).Lines(200));

    [Fact]
    public void A_cycle_is_printed_and_gone_round()
    {
        var maker = new GraphMaker();
        var (a, b) = (maker.Async("Loop.A()", "Loop.cs:3"), maker.Async("Loop.B()", "Loop.cs:8"));
        maker.Awaits(a, b);
        maker.Awaits(b, a);
        Assert.Equal(["Loop.A() at Loop.cs:3 #1", "└─ Loop.B() at Loop.cs:8", "   └─ Loop.A() at Loop.cs:3 (cycle: back to #1)"], Lines(maker.Build()));
    }

    [Fact]
    public void A_cycle_through_WhenAll_comes_to_an_end()
    {
        var maker = new GraphMaker();
        var (a, b) = (maker.Async("Loop.A()", "Loop.cs:3"), maker.Async("Loop.B()", "Loop.cs:8"));
        maker.AwaitsPromise(a, "Task", new WaitRow { Kind = WaitKind.WhenAll, Count = 2, Total = 2 }, b, maker.Add(NodeKind.CompletionSource, "TaskCompletionSource", null, null));
        maker.Awaits(b, a);
        Assert.Equal(4, Lines(maker.Build()).Count);
    }

    [Fact]
    public void Diamonds_are_drawn_once_and_count_tasks()
    {
        var maker = new GraphMaker();
        int[] below = [];
        for (var layer = 0; layer < 24; layer++)
        {
            int[] now = [maker.Async("D.Left()", "D.cs:1"), maker.Async("D.Right()", "D.cs:2")];
            if (below.Length == 0)
                Array.ForEach(now, n => maker.AwaitsPromise(n, "Task", new WaitRow { Kind = WaitKind.Delay, Left = 800, Of = 1000 }));
            else
                Array.ForEach(now, n => maker.AwaitsPromise(n, "Task", new WaitRow { Kind = WaitKind.WhenAll, Count = 2, Total = 2 }, below));
            below = now;
        }

        var tree = AwaitTree.Of(maker.Build());
        var text = new TreeText(tree);
        Assert.InRange(text.Lines(1000).Count, 24, 4 * 48);
        Assert.InRange(tree.Steps, 1, 48 * 3);
    }

    [Fact]
    public void A_wide_fan_in_is_one_line_with_the_number_of_tasks()
    {
        var maker = new GraphMaker();
        var common = maker.Async("Common.Load()", "Common.cs:1");
        for (var i = 0; i < 10_000; i++)
            maker.Awaits(maker.Async("User.Use()", "User.cs:1"), common);
        Assert.Equal(["10000× User.Use() at User.cs:1", "└─ Common.Load() at Common.cs:1"], Lines(maker.Build()));
    }

    [Fact]
    public void A_wide_fan_out_is_one_line_with_the_number_of_tasks()
    {
        var maker = new GraphMaker();
        int[] workers = [.. Enumerable.Range(0, 10_000).Select(_ => maker.Async("Work.Step()", "Work.cs:1"))];
        Array.ForEach(workers, w => maker.AwaitsPromise(w, "Task", new WaitRow { Kind = WaitKind.Delay, Left = w, Of = 90_000 }));
        maker.AwaitsPromise(maker.Async("Work.All()", "Work.cs:9"), "Task", new WaitRow { Kind = WaitKind.WhenAll, Count = 10_000, Total = 10_000 }, workers);
        Assert.Equal(
            ["Work.All() at Work.cs:9", "└─ Task.WhenAll [left:10000, of:10000]", "   └─ 10000× Work.Step() at Work.cs:1 waits for Task.Delay [of:1m30s]"],
            Lines(maker.Build()));
    }

    [Fact]
    public void A_deep_chain_ends_at_a_level_and_says_what_is_left_out()
    {
        const int depth = 100_000;
        var maker = new GraphMaker();
        var last = maker.Async("Deep.Run()", "Deep.cs:1");
        for (var i = 1; i < depth; i++)
        {
            var next = maker.Async("Deep.Run()", "Deep.cs:1");
            maker.Awaits(last, next);
            last = next;
        }

        var tree = AwaitTree.Of(maker.Build());
        var text = new TreeText(tree);
        Assert.Equal(Limits.Text.TreeLevels, text.Lines(1000).Count);
        Assert.Equal(depth - Limits.Text.TreeLevels, text.Omitted);
        Assert.Equal(depth - 1, tree.Steps);
    }

    [Fact]
    public void The_limit_of_lines_holds_and_the_rest_is_counted()
    {
        var maker = new GraphMaker();
        for (var i = 0; i < 100; i++)
            maker.Async($"Many.Run{i}()", $"Many.cs:{i + 1}");
        var text = new TreeText(AwaitTree.Of(maker.Build()));
        Assert.Equal(7, text.Lines(7).Count);
        Assert.Equal(93, text.Omitted);
    }

    [Fact]
    public void A_method_is_shown_with_what_is_above_and_below_it()
    {
        var graph = SampleGraph.Make();
        var found = TaskSearch.Find(graph, "PayService.RetryAsync", new SearchOptions()).Matches;
        Golden.Check("tree-method.txt", new TreeText(AwaitTree.Of(graph, focus: found.Contains)).Lines(200));
    }

    [Fact]
    public void Methods_of_the_framework_on_the_way_are_dots()
    {
        var maker = new GraphMaker();
        var (top, between, end) = (maker.Async("App.Run()", "App.cs:1"), maker.Async("Net.Copy()", "Net.cs:1", framework: true), maker.Async("App.Read()", "App.cs:2"));
        maker.Awaits(top, between);
        maker.Awaits(between, end);
        Assert.Equal(["App.Run() at App.cs:1", "└─ … App.Read() at App.cs:2"], Lines(maker.Build()));
    }

    [Fact]
    public void Threads_blocked_alike_are_one_line_and_a_lock_leads_to_who_holds_it()
    {
        var maker = new GraphMaker();
        ThreadFrame[] frames = [new(GraphMaker.Method("Cache.Get()"), GraphMaker.At("Cache.cs:9", AwaitPointKind.Running))];
        var held = maker.Builder.Add(new WaitRow { Kind = WaitKind.Monitor, Address = 0x5000, Type = maker.Builder.Intern("Monitor") }, [WaitFact.Name("object", "Ledger"), WaitFact.Of("owner", 9), WaitFact.Of("waiting", 2)]);
        for (var id = 4; id < 6; id++)
            maker.Builder.Threads.Add(new ThreadRow(id, id, null) { Wait = held, Frames = frames });
        var load = maker.Async("Repo.Load()", "Repo.cs:3");
        maker.Builder.Threads.Add(new ThreadRow(9, 9, "loader") { Awaits = load, Holds = [held], Frames = frames });

        Assert.Equal(
            [
                "2 threads blocked in Cache.Get() at Cache.cs:9 on Monitor [object:Ledger, owner:9]",
                "└─ thread 9 'loader' blocked in Cache.Get() at Cache.cs:9",
                "   └─ Repo.Load() at Repo.cs:3",
            ],
            Lines(maker.Build()));
    }

    [Fact]
    public void The_requests_that_lines_belong_to_are_said_at_the_root()
    {
        var maker = new GraphMaker();
        for (var i = 0; i < 3; i++)
        {
            var top = maker.Async("Server.Process()", "Server.cs:1", framework: true);
            var handler = maker.Async("Shop.CheckOut()", "Shop.cs:3");
            maker.Awaits(top, handler);
            maker.Builder.Add(new RequestRow { Node = top, Method = maker.Builder.Intern("GET"), Path = maker.Builder.Intern($"/checkout/{i}"), Route = maker.Builder.Intern("/checkout/{id}"), Age = 1_000 + i });
        }

        Assert.Equal(["3× Shop.CheckOut() at Shop.cs:3 [request:'GET /checkout/{id}', oldest:1.0s]"], Lines(maker.Build()));
    }

    [Fact]
    public void Hostile_graphs_print_nothing_raw_and_come_to_an_end()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            foreach (var line in new TreeText(AwaitTree.Of(new RandomGraph(seed).Make())).Lines(500))
                Raw.AssertNone(line, seed);
        }
    }

    private static IReadOnlyList<string> Lines(TaskGraph graph) => new TreeText(AwaitTree.Of(graph)).Lines(200);
}
