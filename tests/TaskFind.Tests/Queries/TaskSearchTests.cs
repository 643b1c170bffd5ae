using TaskFind.Model;
using TaskFind.Queries;
using Xunit;

namespace TaskFind.Tests.Queries;

public sealed class TaskSearchTests
{
    private static readonly TaskGraph Sample = SampleGraph.Make();

    [Theory]
    [InlineData("TaskCoro", "Program.TaskCoro")]
    [InlineData("Task-2", "Program.TaskCoro")]
    [InlineData("0x7f3c2a0090", "Program.TaskCoro")]
    [InlineData("Program.cs:14", "Program.TaskCoro")]
    [InlineData("src/Program.cs:14", "Program.TaskCoro")]
    [InlineData(@"\shop\src\Program.cs:14", "Program.TaskCoro")]
    [InlineData("OrderRepo.cs:42", "OrderRepo.LoadAsync")]
    [InlineData("data/OrderRepo.cs:43", "OrderRepo.LoadAsync")]
    public void Finds_one(string what, string method)
    {
        var result = Sample.Find(what);
        Assert.Equal(method, Assert.Single(result.Matches).Method!.DisplayName);
        Assert.False(result.IgnoredCase);
        Assert.Null(result.NoMatch);
    }

    [Theory]
    [InlineData("taskcoro")]
    [InlineData("program.cs:14")]
    public void Falls_back_to_any_case_and_says_so(string what)
    {
        var result = Sample.Find(what);
        Assert.Single(result.Matches);
        Assert.True(result.IgnoredCase);
    }

    [Theory]
    [InlineData("0xyz")]
    [InlineData("Task-x")]
    [InlineData("Program.cs:0")]
    [InlineData("")]
    public void What_cannot_be_read_is_refused(string what) => Assert.Throws<FormatException>(() => Sample.Find(what));

    [Fact]
    public void Tasks_that_are_done_are_counted_and_shown_when_asked_for()
    {
        var result = Sample.Find("OrderRepo.*");
        Assert.Equal((3, 3), (result.Matches.Count, result.HiddenDone));
        Assert.Equal(6, Sample.Find("OrderRepo.*", new SearchOptions { IncludeDone = true }).Matches.Count);
        var none = Sample.Find("SaveAsync");
        Assert.Equal(NoMatchReason.NothingSuspended, none.NoMatch!.Reason);
        Assert.Equal("Nothing of 'SaveAsync' is pending; 1 task is done (--all).", none.NoMatch.Text);
    }

    [Fact]
    public void A_method_without_a_task_is_running()
    {
        var result = Sample.Find("SyncPart");
        Assert.Equal(7, Assert.Single(result.Running).Thread);
        Assert.Equal(NoMatchReason.RunningBeforeFirstAwait, result.NoMatch!.Reason);
        Assert.Contains("thread 7", result.NoMatch.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Parked", NoMatchReason.NothingSuspended, "never called")]
    [InlineData("parked", NoMatchReason.NothingSuspended, "never called")]
    [InlineData("Add", NoMatchReason.NotAsync, "not an async method")]
    [InlineData("NewStyle", NoMatchReason.RuntimeAsync, "not supported yet (3 suspended chains")]
    [InlineData("Nowhere", NoMatchReason.NotLoaded, "is loaded")]
    [InlineData("Add(string)", NoMatchReason.NotLoaded, "others of its name are")]
    [InlineData("Worker", NoMatchReason.NotLoaded, "'Worker.*' names all")]
    [InlineData("App.Worker", NoMatchReason.NotLoaded, "'App.Worker.*' names all")]
    [InlineData("Twice", NoMatchReason.NotAsync, "Worker.Twice (and 1 more like it)")]
    [InlineData("Read", NoMatchReason.NotAsync, "Worker.Read is")]
    [InlineData("0x12", NoMatchReason.NoSuchTask, "one look")]
    [InlineData("Task-99", NoMatchReason.NoSuchTask, "Task.Id")]
    [InlineData("Here.cs:9", NoMatchReason.NothingSuspended, "line 9")]
    [InlineData("There.cs:9", NoMatchReason.NotLoaded, "There.cs")]
    public void Says_why_there_is_no_match(string what, NoMatchReason reason, string words)
    {
        var maker = new GraphMaker();
        maker.Async("Here.Now()", "Here.cs:1");
        maker.Builder.RuntimeAsyncChains = 3;
        maker.Builder.LoadedMethods =
        [
            new LoadedMethod(GraphMaker.Method("App/Worker.Parked()"), MethodShape.Async),
            new LoadedMethod(GraphMaker.Method("App/Worker.Add(int)"), MethodShape.Sync),
            new LoadedMethod(GraphMaker.Method("App/Worker.NewStyle()"), MethodShape.RuntimeAsync),
            new LoadedMethod(GraphMaker.Method("<>f__AnonymousType0.Twice()"), MethodShape.Sync),
            new LoadedMethod(GraphMaker.Method("App/Worker.Twice()"), MethodShape.Sync),
            new LoadedMethod(GraphMaker.Method("System.IO/Stream.Read()", framework: true), MethodShape.Async),
            new LoadedMethod(GraphMaker.Method("App/Worker.Read()"), MethodShape.Sync),
        ];
        var none = maker.Build().Find(what).NoMatch!;
        Assert.Equal(reason, none.Reason);
        Assert.Contains(words, none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overload_that_is_not_there_is_answered_with_those_that_are()
    {
        var maker = new GraphMaker();
        maker.Builder.LoadedMethods =
        [
            new LoadedMethod(GraphMaker.Method("App/Worker.Run()", overloaded: true), MethodShape.Async),
            new LoadedMethod(GraphMaker.Method("App/Worker.Run(int)", overloaded: true), MethodShape.Async),
        ];
        Assert.Equal(["Worker.Run()", "Worker.Run(int)"], maker.Build().Find("Run(string)").NoMatch!.Nearest);
    }

    [Fact]
    public void Without_loaded_methods_the_reason_is_unknown()
    {
        var none = Sample.Find("TaskKoro").NoMatch!;
        Assert.Equal(NoMatchReason.Unknown, none.Reason);
        Assert.Equal("Program.TaskCoro", none.Nearest[0]);
    }

    [Fact]
    public void The_nearest_names_are_few_and_near()
    {
        var maker = new GraphMaker();
        string[] names = ["LoadAsync", "LoadAllAsync", "LoadAsyn", "Laodasync", "ReloadAsync", "Save", "LoadAsync2", "Unrelated"];
        maker.Builder.LoadedMethods = [.. names.Select(n => new LoadedMethod(GraphMaker.Method($"App/Repo.{n}()"), MethodShape.Async))];
        var nearest = maker.Build().Find("Repo.LoadAsyncs").NoMatch!.Nearest;
        Assert.Equal(5, nearest.Count);
        Assert.Equal("Repo.LoadAsync", nearest[0]);
        Assert.DoesNotContain("Repo.Unrelated", nearest);
        Assert.DoesNotContain("Repo.Save", nearest);
    }

    [Fact]
    public void Hostile_names_neither_throw_nor_match_by_accident()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var graph = new Rendering.RandomGraph(seed).Make();
            foreach (var what in new[] { "Run", "*", "F.cs:1", "A.B<C>.D(e)" })
                Assert.All(graph.Find(what).Matches, n => Assert.True(n.Method is not null));
        }
    }

    [Fact]
    public void A_hundred_thousand_nodes_of_one_method_cost_one_comparison()
    {
        var maker = new GraphMaker();
        for (var i = 0; i < 100_000; i++)
            maker.Async("Many.Step()", "Many.cs:1");
        var graph = maker.Build();
        Assert.Single(graph.Methods);
        Assert.Equal(100_000, graph.Find("Many.Step").Matches.Count);
    }
}
