using TaskFind.Model;
using TaskFind.Queries;
using Xunit;

namespace TaskFind.Tests.Queries;

public sealed class TaskMatchingTests
{
    [Fact]
    public void A_task_with_an_id_is_found_wherever_it_is()
    {
        var matching = TaskMatching.Of(Pair(id: 7), Pair(id: 7, line: 99, moves: true));
        Assert.Equal(Waiter(matching.Before), matching.BeforeOf(Waiter(matching.After)));
        Assert.Equal(Waiter(matching.After), matching.AfterOf(Waiter(matching.Before)));
        Assert.False(matching.StandsStill(Waiter(matching.After)));
    }

    [Fact]
    public void A_task_without_an_id_is_found_by_address_type_await_and_awaited_object_together()
    {
        Assert.True(IsFound(Pair(), Pair()));
        Assert.True(TaskMatching.Of(Pair(), Pair()) is var matching && matching.StandsStill(Waiter(matching.After)));
        Assert.False(IsFound(Pair(), Pair(moves: true)));
        Assert.False(IsFound(Pair(), Pair(type: "Task<int>")));
        Assert.False(IsFound(Pair(), Pair(line: 42)));
        Assert.False(IsFound(Pair(), Pair(method: "Store.Other(int)")));
        Assert.False(IsFound(Pair(), Pair(awaitedMoves: true)));
    }

    [Fact]
    public void An_id_may_be_given_between_two_looks_but_is_never_taken_away()
    {
        Assert.True(IsFound(Pair(), Pair(id: 7)));
        Assert.False(IsFound(Pair(id: 7), Pair()));
        Assert.False(IsFound(Pair(id: 7), Pair(id: 8)));
        Assert.False(IsFound(Pair(id: 7), Pair(id: 7, type: "Task<int>")));
    }

    [Fact]
    public void What_fits_several_is_matched_with_none()
    {
        Assert.False(IsFound(Twice(id: 7), Pair(id: 7)));
        Assert.False(IsFound(Pair(id: 7), Twice(id: 7)));
        Assert.False(IsFound(Twice(), Pair()));
        Assert.False(IsFound(Pair(), Twice()));
    }

    [Fact]
    public void A_task_that_runs_is_not_known_by_its_address()
    {
        Assert.False(IsFound(Pair(kind: AwaitPointKind.Running), Pair(kind: AwaitPointKind.Running)));
        Assert.True(IsFound(Pair(kind: AwaitPointKind.Running, id: 7), Pair(kind: AwaitPointKind.Running, id: 7)));
    }

    [Fact]
    public void A_task_with_an_id_stands_still_on_a_task_with_an_id_that_a_collection_has_moved()
    {
        var (before, after) = (Pair(id: 7, awaitedId: 8), Pair(id: 7, awaitedId: 8, moves: true, awaitedMoves: true));
        var matching = TaskMatching.Of(before, after);
        Assert.True(matching.StandsStill(Waiter(after)));
        matching = TaskMatching.Of(before, Pair(id: 7, awaitedId: 9, moves: true, awaitedMoves: true));
        Assert.NotNull(matching.BeforeOf(Waiter(matching.After)));
        Assert.False(matching.StandsStill(Waiter(matching.After)));
    }

    [Theory]
    [InlineData(4712, "Shop")]
    [InlineData(4711, "Store")]
    [InlineData(null, "Shop")]
    public void Nothing_is_matched_between_two_processes(int? pid, string name)
    {
        var matching = TaskMatching.Of(Pair(id: 7), Pair(id: 7, target: new TargetInfo(TargetKind.Process, pid, name, "10.0.12", "x64")));
        Assert.False(matching.IsSameProcess);
        Assert.All(matching.After.Nodes, n => Assert.Null(matching.BeforeOf(n)));
    }

    [Theory]
    [InlineData(0x7f00_1000, 0x7f00_1000, true)]
    [InlineData(0x7f00_1000, 0x7f00_2000, false)]
    [InlineData(0, 0x7f00_2000, true)]
    [InlineData(0x7f00_1000, 0, true)]
    public void A_process_whose_runtime_lies_elsewhere_was_restarted(ulong before, ulong after, bool same)
    {
        var target = Pair().Target;
        Assert.Equal(same, IsFound(Pair(target: target with { RuntimeBase = before }), Pair(target: target with { RuntimeBase = after })));
    }

    [Fact]
    public void A_capture_and_a_dump_of_a_process_are_of_that_process()
    {
        var target = Pair().Target;
        Assert.True(IsFound(Pair(target: target with { Kind = TargetKind.Capture }), Pair(target: target with { Kind = TargetKind.Dump })));
    }

    [Fact]
    public void A_look_without_lines_is_matched_by_offsets()
    {
        var graph = Pair(point: new AwaitPoint(AwaitPointKind.Awaiting) { ILOffset = 7, Line = GraphMaker.Line("src/Store.cs:17") });
        Assert.True(IsFound(graph, Pair(point: new AwaitPoint(AwaitPointKind.Awaiting) { ILOffset = 7, WhyNoLine = "no PDB" })));
        Assert.False(IsFound(graph, Pair(point: new AwaitPoint(AwaitPointKind.Awaiting) { ILOffset = 8, WhyNoLine = "no PDB" })));
    }

    private static TaskNode Waiter(TaskGraph graph) => graph[new NodeOrdinal(0)];

    private static bool IsFound(TaskGraph before, TaskGraph after)
    {
        var matching = TaskMatching.Of(before, after);
        Assert.Equal(matching.BeforeOf(Waiter(after)) is null, matching.AfterOf(Waiter(before)) is null);
        return matching.BeforeOf(Waiter(after)) == Waiter(before);
    }

    private static TaskGraph Pair(
        int id = 0, string method = "Store.LoadAsync(int)", int line = 17, string type = "Task", bool moves = false, bool awaitedMoves = false, int awaitedId = 0,
        AwaitPointKind kind = AwaitPointKind.Awaiting, TargetInfo? target = null, AwaitPoint? point = null) =>
        Maker(id, method, line, type, moves, awaitedMoves, awaitedId, kind, target, point).Build();

    private static TaskGraph Twice(int id = 0)
    {
        var maker = Maker(id, "Store.LoadAsync(int)", 17, "Task", false, false, 0, AwaitPointKind.Awaiting, null, null);
        var twin = maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method("Store.LoadAsync(int)"), GraphMaker.At("src/Store.cs:17"), id: id);
        if (id == 0)
            maker.Builder[twin].Address = maker.Builder[0].Address;
        maker.Builder[twin].Awaits = 1;
        return maker.Build();
    }

    private static GraphMaker Maker(
        int id, string method, int line, string type, bool moves, bool awaitedMoves, int awaitedId, AwaitPointKind kind, TargetInfo? target, AwaitPoint? point)
    {
        var maker = new GraphMaker();
        maker.Builder.Target = target ?? maker.Builder.Target;
        var waiter = maker.Add(NodeKind.AsyncMethod, type, GraphMaker.Method(method), point ?? GraphMaker.At($"src/Store.cs:{line}", kind), id: id);
        var awaited = maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method("Store.QueryAsync()"), GraphMaker.At("src/Store.cs:60"), id: awaitedId);
        if (moves)
            maker.Builder[waiter].Address += 0x100000;
        if (awaitedMoves)
            maker.Builder[awaited].Address += 0x100000;
        maker.Awaits(waiter, awaited);
        return maker;
    }
}
