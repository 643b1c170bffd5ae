using TaskFind.Captures;
using TaskFind.Model;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.Tests.Captures;

/// <summary>Each index of a graph, made one that leads nowhere: a capture with it is refused, whatever a later walk would have made of it.</summary>
public sealed class CaptureIndexTests
{
    private const int Nowhere = 1000;

    private static readonly Dictionary<string, Action<TaskGraphData>> s_broken = new()
    {
        ["node.Type"] = d => d.Nodes[0].Type = Nowhere,
        ["node.Method"] = d => d.Nodes[0].Method = Nowhere,
        ["node.Point"] = d => d.Nodes[0].Point = Nowhere,
        ["node.Awaits"] = d => d.Nodes[0].Awaits = Nowhere,
        ["node.Awaits, one too far"] = d => d.Nodes[0].Awaits = d.Nodes.Count,
        ["node.Wait"] = d => d.Nodes[0].Wait = Nowhere,
        ["node.Extra"] = d => d.Nodes[0].Extra = Nowhere,
        ["node.Continuations, a node"] = d => d.Nodes[0].Continuations = Nowhere,
        ["node.Continuations, a list"] = d => d.Nodes[0].Continuations = -Nowhere,
        ["extra.Name"] = d => d.Extras[0].Name = Nowhere,
        ["extra.Exception"] = d => d.Extras[0].Exception = Nowhere,
        ["extra.Result"] = d => d.Extras[0].Result = Nowhere,
        ["extra.Context"] = d => d.Extras[0].Context = Nowhere,
        ["wait.Type"] = d => d.Waits[0].Type = Nowhere,
        ["wait.FirstNode"] = d => d.Waits[0].FirstNode = Nowhere,
        ["wait.NodeCount"] = d => d.Waits[0].NodeCount = Nowhere,
        ["wait.NodeCount, below zero"] = d => d.Waits[0].NodeCount = -1,
        ["wait.FirstFact"] = d => d.Waits[0].FirstFact = Nowhere,
        ["wait.FactCount"] = d => d.Waits[0].FactCount = Nowhere,
        ["fact.Key"] = d => d.Facts[0].Key = Nowhere,
        ["fact.Words"] = d => d.Facts[0].Words = Nowhere,
        ["fact.Words, of a name"] = d => d.Facts[0].Words = -1,
        ["edge"] = d => d.Edges[0] = Nowhere,
        ["edge, none"] = d => d.Edges[0] = -1,
        ["continuation.Via"] = d => d.Continuations[0].Via = Nowhere,
        ["continuation.Target, a node"] = d => d.Continuations[0].Target = Nowhere,
        ["continuation.Target, no node"] = d => d.Continuations[0].Target = -1,
        ["continuation.Target, a method"] = d => d.Continuations[1].Target = Nowhere,
        ["continuation.Target, a string"] = d => d.Continuations[2].Target = Nowhere,
        ["request.Node"] = d => d.Requests[0].Node = Nowhere,
        ["request.Node, none"] = d => d.Requests[0].Node = -1,
        ["request.Method"] = d => d.Requests[0].Method = Nowhere,
        ["request.Path"] = d => d.Requests[0].Path = Nowhere,
        ["request.Route"] = d => d.Requests[0].Route = Nowhere,
    };

    private static readonly Dictionary<string, Func<ThreadRow, ThreadRow>> s_threads = new()
    {
        ["thread.Awaits"] = t => t with { Awaits = Nowhere },
        ["thread.Wait"] = t => t with { Wait = Nowhere },
        ["thread.Runs"] = t => t with { Runs = Nowhere },
        ["thread.Holds"] = t => t with { Holds = [Nowhere] },
        ["thread.Holds, none"] = t => t with { Holds = [-1] },
    };

    private static readonly Dictionary<string, Action<TaskGraphData>> s_others = new()
    {
        ["status"] = d => d.Nodes[0].Status = 8,
        ["kind of a node"] = d => d.Nodes[0].Kind = (NodeKind)200,
        ["state"] = d => d.Nodes[0].State = (TaskState)200,
        ["kind of a wait"] = d => d.Waits[0].Kind = (WaitKind)200,
        ["kind of a fact"] = d => d.Facts[0].Kind = (WaitFactKind)200,
        ["kind of a continuation"] = d => d.Continuations[0].Kind = (ContinuationKind)200,
        ["time left"] = d => d.Waits[0].Left = long.MaxValue,
        ["time of"] = d => d.Waits[0].Of = long.MinValue + 1,
        ["age"] = d => d.Requests[0].Age = long.MaxValue,
        ["a list without an end"] = d => d.Continuations[d.Continuations.Count - 1].IsLast = false,
        ["a list that begins within another"] = d => d.Nodes[1].Continuations = NodeRow.NoContinuation - 2,
    };

    public static TheoryData<string> Broken => [.. s_broken.Keys, .. s_others.Keys];

    public static TheoryData<string> BrokenThreads => [.. s_threads.Keys];

    [Fact]
    public void Nothing_is_wrong_with_the_graph_itself() => Assert.NotEmpty(Answers.Of(CaptureBytes.Load(CaptureBytes.Of(Make()))));

    [Theory, MemberData(nameof(Broken))]
    public void What_leads_nowhere_is_refused(string what)
    {
        var data = Make().Data;
        (s_broken.GetValueOrDefault(what) ?? s_others[what])(data);
        AssertRefused(data, s_broken.ContainsKey(what) ? "an index in it leads nowhere" : null);
    }

    [Theory, MemberData(nameof(BrokenThreads))]
    public void Threads_that_lead_nowhere_are_refused(string what)
    {
        var data = Make().Data;
        AssertRefused(data with { Threads = [s_threads[what](data.Threads[0])] }, "an index in it leads nowhere");
    }

    private static void AssertRefused(TaskGraphData data, string? why)
    {
        using var output = new MemoryStream();
        CaptureWriter.Write(data, output);
        var e = Assert.Throws<TargetException>(() => CaptureBytes.Load(output.ToArray()));
        Assert.Equal(TargetTrouble.BadCapture, e.Kind);
        if (why is not null)
            Assert.Equal($"The capture is damaged: {why}.", e.Message);
    }

    private static TaskGraph Make()
    {
        var maker = new GraphMaker();
        var builder = maker.Builder;
        var first = maker.Async("A.RunAsync()", "src/A.cs:1");
        var second = maker.Async("B.RunAsync()", "src/B.cs:2");
        builder[first].Wait = builder.Add(new WaitRow { Kind = WaitKind.Delay, Type = builder.Intern("Delay"), Left = 1, Of = 2 }, [WaitFact.Name("field", "s_field")], [second]);
        maker.Continue(second, new ContinuationRow { Kind = ContinuationKind.Node, Target = first, Via = builder.Intern("Context") });
        maker.Continue(second, new ContinuationRow { Kind = ContinuationKind.Delegate, Target = builder.Intern(GraphMaker.Method("C.Run()")) });
        maker.Continue(second, new ContinuationRow { Kind = ContinuationKind.Other, Target = builder.Intern("object") });
        builder.Add(new RequestRow { Node = first, Method = builder.Intern("GET"), Path = builder.Intern("/"), Route = builder.Intern("/"), Age = 5 });
        builder.Threads.Add(new ThreadRow(1, 2, "main") { Awaits = first, Runs = second });
        return maker.Build();
    }
}
