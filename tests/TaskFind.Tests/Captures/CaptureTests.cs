using TaskFind.Captures;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Captures;

public sealed class CaptureTests
{
    [Fact]
    public void Every_field_of_the_model_survives()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var data = new FilledGraph(seed).Make();
            var tables = new CaptureTables();
            foreach (var (id, bytes) in CaptureWriter.SectionsOf(CaptureTables.Of(data)))
                CaptureSections.All.Single(s => s.Id == id).Read(new CaptureInput(tables, bytes));
            Assert.Empty(Differences.Of(data with { Target = data.Target with { Kind = TargetKind.Capture } }, tables.ToData()));
        }
    }

    [Fact]
    public void A_difference_is_found()
    {
        var data = new FilledGraph(1).Make();
        Assert.NotEmpty(Differences.Of(data, data with { Pool = data.Pool! with { Goal = null } }));
        Assert.NotEmpty(Differences.Of(data, new FilledGraph(2).Make()));
        Assert.Empty(Differences.Of(data, new FilledGraph(1).Make()));
    }

    [Fact]
    public void Any_graph_survives_whatever_its_strings_are()
    {
        foreach (var graph in Enumerable.Range(0, 1000).Select(seed => new RandomGraph(seed).Make()).Prepend(SampleGraph.Make()).Prepend(new GraphMaker().Build()))
        {
            var loaded = CaptureBytes.Load(CaptureBytes.Of(graph));
            Assert.Empty(Differences.Of(graph.Data with { Target = graph.Target with { Kind = TargetKind.Capture } }, loaded.Data));
        }
    }

    [Fact]
    public void What_is_asked_of_a_capture_is_answered_as_by_the_graph()
    {
        var graph = SampleGraph.Make();
        var loaded = CaptureBytes.Load(CaptureBytes.Of(graph));
        Assert.Equal(Answers.Of(graph), Answers.Of(loaded));
        Assert.Equal((4711, "Shop", "10.0.12", "x64"), (loaded.Target.Pid!.Value, loaded.Target.Name, loaded.Target.Runtime, loaded.Target.Architecture));
    }

    [Fact]
    public void A_capture_of_a_capture_is_the_same_file()
    {
        var bytes = CaptureBytes.Of(CaptureBytes.Load(CaptureBytes.Of(SampleGraph.Make())));
        Assert.Equal(bytes, CaptureBytes.Of(CaptureBytes.Load(bytes)));
    }

    [Fact]
    public void A_hundred_thousand_tasks_are_small()
    {
        var maker = new GraphMaker();
        for (var i = 0; i < 33_334; i++)
        {
            var semaphore = maker.Async("Store.LoadAsync(int)", "src/Store.cs:17");
            maker.Awaits(maker.Async("Order.RunAsync(int)", "src/Order.cs:41", id: i % 7 == 0 ? i + 1 : 0), semaphore);
            maker.AwaitsPromise(semaphore, "Task", new WaitRow { Kind = WaitKind.Semaphore, Count = 0, Total = 33_334, Position = i, Owner = 0x7f0000001000 });
        }

        var bytes = CaptureBytes.Of(maker.Build());
        Assert.InRange(bytes.Length, 1, 200_000);
    }

    [Fact]
    public void A_search_without_a_match_says_that_a_capture_cannot_tell_why()
    {
        var loaded = CaptureBytes.Load(CaptureBytes.Of(SampleGraph.Make()));
        Assert.Null(loaded.LoadedMethods);
        var none = loaded.Find("Nobody.Runs").NoMatch!;
        Assert.Equal(NoMatchReason.Unknown, none.Reason);
        Assert.StartsWith("No task of this capture runs 'Nobody.Runs'; a capture does not keep the loaded methods", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_is_not_known_is_passed_over_and_so_is_a_field()
    {
        var graph = SampleGraph.Make();
        var sections = CaptureBytes.Sections(graph).ToList();
        sections.Insert(3, (777, [1, 2, 3]));

        // The pool: one row of one column, number 99, of two bytes.
        sections.RemoveAll(s => s.Id == 12);
        sections.Add((12, [1, 1, 99, 2, 5, 5]));
        var loaded = CaptureBytes.Load(CaptureBytes.Sealed(sections, minor: 200));
        Assert.Equal(graph.Nodes.Select(n => n.Describe()), loaded.Nodes.Select(n => n.Describe()));
        Assert.Equal(new PoolInfo(), loaded.Pool);
    }

    [Fact]
    public void A_section_that_is_missing_means_what_is_not_known()
    {
        var loaded = CaptureBytes.Load(CaptureBytes.Sealed([]));
        Assert.Equal(0, loaded.Count);
        Assert.Equal((TargetKind.Capture, "?"), (loaded.Target.Kind, loaded.Target.Name));
    }
}
