using System.Text;
using System.Text.Json;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Diffs;
using TaskFind.Rendering;
using TaskFind.Tests.Rendering;
using Xunit;

namespace TaskFind.Tests.Queries.Diffs;

public sealed class GraphDiffTests
{
    private static readonly SchemaValidator s_schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/json-schema.json"))).RootElement);

    [Fact]
    public void Counts_are_claimed_for_each_place_and_tasks_only_as_far_as_they_are_known()
    {
        var diff = Diff();
        Assert.Equal(
            ["Store.LoadAsync(int) 17: 5 to 9, 2 same", "Mail.SendAsync() 5: 3 to 0, 0 same", "Order.RunAsync() 52: 0 to 1, 0 same", "Order.RunAsync() 41: 1 to 0, 0 same", "Timer.TickAsync() 8: 2 to 2, 2 same"],
            diff.Places.Select(p => $"{p.First.Method!.Signature} {p.First.Point!.Line!.Line}: {p.Before} to {p.After}, {p.Same} same"));
        Assert.Equal([(7, 41, 52)], diff.Moved.Select(m => (m.After.Id!.Value.Value, m.Before.Point!.Line!.Line, m.After.Point!.Line!.Line)));
        Assert.Equal([30, 31], diff.Ended.Select(t => t.Id!.Value.Value));
        Assert.True(diff.IsDifferent);
    }

    [Fact]
    public void The_same_look_twice_differs_in_nothing()
    {
        var graph = SampleGraph.Make();
        Assert.False(GraphDiff.Of(graph, SampleGraph.Make(), new TaskFilter()).IsDifferent);
        Assert.Contains("Nothing differs.", new DiffText(GraphDiff.Of(graph, graph, new TaskFilter()), new ReprOptions()).Notes(0));
    }

    [Fact]
    public void It_reads_as_a_table()
    {
        var diff = Diff();
        var text = new DiffText(diff, new ReprOptions());
        Golden.Check("diff.txt",
        [
            .. Table(DiffText.PlaceColumns, [.. diff.Places.Select(text.Row)]),
            .. Table(DiffText.MovedColumns, [.. diff.Moved.Select(text.Moved)]),
            .. text.Lines(),
            .. text.Notes(4),
        ]);
    }

    [Fact]
    public void It_fits_eighty_columns()
    {
        var diff = Diff();
        var text = new DiffText(diff, new ReprOptions());
        var rows = ColumnFit.Fit(DiffText.PlaceColumns, [.. diff.Places.Select(text.Row)], 80 - (2 * DiffText.PlaceColumns.Count));
        Assert.All(rows, r => Assert.Contains(r[4], c => c == '('));
    }

    [Fact]
    public void Between_two_processes_only_counts_are_claimed()
    {
        var other = Make(after: true, pid: 12);
        var diff = GraphDiff.Of(Make(after: false), other, new TaskFilter());
        Assert.All(diff.Places, p => Assert.Null(p.Same));
        Assert.Empty(diff.Moved);
        Assert.Empty(diff.Ended);
        Assert.StartsWith("Two processes are compared, Shop (pid 4711) and Shop (pid 12)", new DiffText(diff, new ReprOptions()).Notes(9)[0], StringComparison.Ordinal);
        Assert.Empty(s_schema.Validate(Json(diff, null)));
    }

    [Fact]
    public void A_process_that_was_restarted_with_its_id_is_another_one()
    {
        var diff = GraphDiff.Of(Make(after: false), Make(after: true, runtimeBase: 0x7f00_2000), new TaskFilter());
        Assert.All(diff.Places, p => Assert.Null(p.Same));
        Assert.StartsWith("Two processes are compared, both Shop (pid 4711), which was restarted in between: ", new DiffText(diff, new ReprOptions()).Notes(9)[0], StringComparison.Ordinal);
        Assert.Equal("0x7f002000", Json(diff, null).GetProperty("target").GetProperty("runtimeBase").GetString());
        Assert.Empty(s_schema.Validate(Json(diff, null)));
    }

    [Fact]
    public void The_order_is_the_readers_and_a_wrong_one_is_said()
    {
        var (before, after) = (Make(after: false), Make(after: true));
        Assert.DoesNotContain(new DiffText(GraphDiff.Of(before, after, new TaskFilter()), new ReprOptions()).Notes(9), n => n.Contains("taken later", StringComparison.Ordinal));
        Assert.Contains(new DiffText(GraphDiff.Of(after, before, new TaskFilter()), new ReprOptions()).Notes(9), n => n.Contains("taken later", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_is_in_the_schema_and_has_the_same_numbers()
    {
        var document = Json(Diff(), null);
        Assert.Empty(s_schema.Validate(document));
        var written = document.GetProperty("diff");
        Assert.Equal([5, 3, 0, 1, 2], written.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("before").GetInt32()));
        Assert.Equal([9, 0, 1, 0, 2], written.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("after").GetInt32()));
        Assert.Equal(52, written.GetProperty("moved")[0].GetProperty("to").GetProperty("at").GetProperty("line").GetInt32());
        Assert.Equal([30, 31], written.GetProperty("ended").EnumerateArray().Select(e => e.GetInt32()));
        Assert.True(written.GetProperty("sameProcess").GetBoolean());
    }

    [Fact]
    public void A_limit_counts_what_it_leaves_out()
    {
        var document = Json(Diff(), 1);
        Assert.Empty(s_schema.Validate(document));
        Assert.Equal((4, 1), (document.GetProperty("diff").GetProperty("omittedPlaces").GetInt32(), document.GetProperty("diff").GetProperty("omittedEnded").GetInt32()));
        Assert.Contains("Not shown: 3 more places that changed (--limit).", new DiffText(Diff(), new ReprOptions()).Notes(1));
    }

    [Fact]
    public void Hostile_graphs_are_compared_and_written()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var diff = GraphDiff.Of(new RandomGraph(seed).Make(), new RandomGraph(seed + (seed % 2)).Make(), new TaskFilter { Framework = true });
            var text = new DiffText(diff, new ReprOptions());
            Raw.AssertNone(string.Concat(diff.Places.SelectMany(text.Row).Concat(diff.Moved.SelectMany(text.Moved)).Concat(text.Lines()).Concat(text.Notes(1))), seed);
            Assert.Empty(s_schema.Validate(Json(diff, null)));
        }
    }

    private static GraphDiff Diff() => GraphDiff.Of(Make(after: false), Make(after: true), new TaskFilter());

    private static TaskGraph Make(bool after, int pid = 4711, ulong runtimeBase = 0x7f00_1000)
    {
        var maker = new GraphMaker();
        maker.Builder.Target = maker.Builder.Target with { Pid = pid, RuntimeBase = runtimeBase };
        maker.Builder.TakenAt += after ? TimeSpan.FromSeconds(12) : TimeSpan.Zero;
        for (var i = 0; i < 2; i++)
            maker.AwaitsPromise(maker.Async("Timer.TickAsync()", "src/Timer.cs:8"), "Task", new WaitRow { Kind = WaitKind.Delay, Left = 5, Of = 10 });
        maker.Async("Order.RunAsync()", after ? "src/Order.cs:52" : "src/Order.cs:41", id: 7);
        for (var i = 0; i < (after ? 9 : 5); i++)
            maker.Async("Store.LoadAsync(int)", "src/Store.cs:17", id: i < 2 ? 20 + i : 0);
        for (var i = 0; !after && i < 3; i++)
            maker.Async("Mail.SendAsync()", "src/Mail.cs:5", id: i < 2 ? 30 + i : 0);
        return maker.Build();
    }

    private static IEnumerable<string> Table(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows) =>
        rows.Prepend([.. columns.Select(c => c.Head)]).Select(r => string.Join(" | ", r).TrimEnd());

    private static JsonElement Json(GraphDiff diff, int? limit)
    {
        using var output = new MemoryStream();
        JsonReport.Write(output, diff.After, [], new JsonReportOptions { Tool = "0", Query = "diff", Diff = diff, DiffLimit = limit });
        return JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement;
    }
}
