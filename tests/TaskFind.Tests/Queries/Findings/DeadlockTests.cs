using TaskFind.Model;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Queries.Findings;

public sealed class DeadlockTests
{
    [Fact]
    public void Tasks_in_a_circle_are_one_and_those_behind_it_are_counted()
    {
        var maker = new GraphMaker();
        var (a, b, outside) = (maker.Async("Loop.A()", "Loop.cs:3"), maker.Async("Loop.B()", "Loop.cs:8"), maker.Async("Loop.Outside()", "Loop.cs:20"));
        maker.Awaits(a, b);
        maker.Awaits(b, a);
        maker.Awaits(outside, a);
        var graph = maker.Build();
        var found = Assert.Single(Found(graph));
        Assert.Equal(FindingSeverity.Error, found.Severity);
        Assert.StartsWith("deadlock: 2 tasks wait for each other", graph.Check()[0].Describe(graph)[0], StringComparison.Ordinal);
        Assert.Equal("2 tasks wait for each other, and none can go on. 1 task outside waits for them.", new FindingText(graph, new ReprOptions()).Sentence(found));
        Assert.Equal(["Loop.A() at Loop.cs:3 waits for Loop.B() at Loop.cs:8 [0x7f3c2a0050]", "Loop.B() at Loop.cs:8 waits for Loop.A() at Loop.cs:3 [0x7f3c2a0090]"], new FindingText(graph, new ReprOptions()).Evidence(found));
    }

    [Fact]
    public void A_task_that_awaits_itself_is_a_circle_of_one()
    {
        var maker = new GraphMaker();
        var self = maker.Async("Loop.Self()", "Loop.cs:3");
        maker.Awaits(self, self);
        Assert.Single(Assert.Single(Found(maker.Build())).Tasks);
    }

    [Theory, InlineData(WaitKind.WhenAll, 1), InlineData(WaitKind.WhenAny, 0)]
    public void Who_waits_for_all_is_in_the_circle_and_who_waits_for_one_of_several_is_not(WaitKind join, int findings)
    {
        var maker = new GraphMaker();
        var (a, b, late) = (maker.Async("Loop.A()", "Loop.cs:3"), maker.Async("Loop.B()", "Loop.cs:8"), maker.Async("Loop.Late()", "Loop.cs:12"));
        maker.AwaitsPromise(late, "Task", new WaitRow { Kind = WaitKind.Delay, Left = 800, Of = 1000 });
        maker.AwaitsPromise(a, "Task", new WaitRow { Kind = join, Count = 2, Total = 2 }, b, late);
        maker.Awaits(b, a);
        Assert.Equal(findings, Found(maker.Build()).Count);
    }

    [Fact]
    public void WhenAny_of_which_all_ways_lead_into_the_circle_is_in_it()
    {
        var maker = new GraphMaker();
        var (a, b, c) = (maker.Async("Loop.A()", "Loop.cs:3"), maker.Async("Loop.B()", "Loop.cs:8"), maker.Async("Loop.C()", "Loop.cs:9"));
        maker.AwaitsPromise(a, "Task", new WaitRow { Kind = WaitKind.WhenAny, Count = 2, Total = 2 }, b, c);
        maker.Awaits(b, a);
        maker.Awaits(c, a);
        Assert.Single(Found(maker.Build()));
    }

    [Fact]
    public void A_time_out_opens_the_circle()
    {
        var maker = new GraphMaker();
        var (a, b, timed) = (maker.Async("Loop.A()", "Loop.cs:3"), maker.Async("Loop.B()", "Loop.cs:8"), maker.Promise("Task"));
        maker.Awaits(a, timed);
        maker.Awaits(timed, b);
        maker.Awaits(b, a);
        maker.Builder[timed].Wait = maker.Builder.Add(new WaitRow { Kind = WaitKind.WaitAsync, Address = maker.Builder[timed].Address }, [WaitFact.Time("left", 1000)]);
        Assert.Empty(Found(maker.Build()));
    }

    [Fact]
    public void A_long_chain_behind_a_circle_takes_no_stack()
    {
        var maker = new GraphMaker();
        var last = maker.Async("Loop.Self()", "Loop.cs:3");
        maker.Awaits(last, last);
        for (var i = 0; i < 200_000; i++)
        {
            var next = maker.Async("Loop.Chain()", "Loop.cs:8");
            maker.Awaits(next, last);
            last = next;
        }

        Assert.Contains("200000 tasks outside wait for them.", new FindingText(maker.Build(), new ReprOptions()).Sentence(Assert.Single(Found(maker.Build()))), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Found(TaskGraph graph) => FindingCatalogue.Check(graph, r => r.Name == "deadlock");
}
