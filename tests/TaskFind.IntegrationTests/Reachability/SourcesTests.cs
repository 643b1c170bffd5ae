using TaskFind.Captures;
using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Queries.Findings;
using TaskFind.Targets;
using Xunit;

namespace TaskFind.IntegrationTests.Reachability;

/// <summary>Which pending sources something alive can complete, in every way to keep one and to lose it.</summary>
public sealed class SourcesTests(SourcesViews views) : IClassFixture<SourcesViews>
{
    // A slot on some stack that is no longer in use may keep a few more of them, another time others.
    private const int Stale = 4;

    // Nothing can complete these either, and that is missed: docs/findings/never-completes.md.
    private static readonly string[] s_missed = ["Never.BehindWeakReference", "Never.InBoxedAwaiter"];

    public static TheoryData<string, string> Programs => [.. Runtimes.All.SelectMany(f => new[] { ("Sources", f), ("Sources.Release", f) })];

    [Theory, MemberData(nameof(Programs))]
    public void What_nothing_alive_can_complete_is_told(string program, string framework)
    {
        TaskGraph graph = views.Of(program, framework);

        Assert.True(graph.IsDeep, string.Join('\n', graph.Coverage.Gaps));
        string[] names = [.. views.Names(program, framework).Where(n => n.StartsWith("Never.", StringComparison.Ordinal))];
        Assert.Equal(20, names.Length);
        Assert.All(names, n => Assert.NotNull(Source(graph, n).CanComplete));
        string[] missed = [.. names.Where(n => Source(graph, n).CanComplete == true)];
        Assert.True(missed.Except(s_missed).Count() <= Stale, string.Join(", ", missed));
    }

    [Theory, MemberData(nameof(Programs))]
    public void What_something_alive_can_complete_is_told(string program, string framework)
    {
        TaskGraph graph = views.Of(program, framework);

        string[] names = [.. views.Names(program, framework).Where(n => n.StartsWith("Able.", StringComparison.Ordinal))];
        Assert.Equal(23, names.Length);
        Assert.Equal(names.Select(n => (n, (bool?)true)), names.Select(n => (n, Source(graph, n).CanComplete)));
        TaskNode waiter = Assert.Single(graph.Nodes, n => n.Method?.DisplayName == "AbleHeld.InBuilder");
        Assert.Equal((NodeKind.Promise, true), (waiter.Awaits!.Value.Kind, waiter.Awaits.Value.CanComplete));
    }

    [Theory, MemberData(nameof(Programs))]
    public void What_is_garbage_is_told(string program, string framework)
    {
        TaskGraph graph = views.Of(program, framework);

        string[] names = [.. views.Names(program, framework).Where(n => !n.StartsWith("able.", StringComparison.Ordinal))];
        Assert.Equal(names.Select(n => (n, (bool?)!n.Contains("Garbage", StringComparison.Ordinal))), names.Select(n => (n, Source(graph, n).IsReachable)));
    }

    [Theory, MemberData(nameof(Programs))]
    public void The_rule_finds_those_alone_that_a_method_of_the_program_waits_for(string program, string framework)
    {
        TaskGraph graph = views.Of(program, framework);
        TaskGraph saved = Saved(graph);

        foreach (TaskGraph at in new[] { graph, saved })
        {
            IReadOnlyList<Finding> findings = FindingCatalogue.Check(at, r => r.Name == "never-completes");
            Assert.NotEmpty(findings);
            Assert.All(findings, f => Assert.False(f.IsUnknown));
            string[] methods = [.. findings.SelectMany(f => f.Tasks).Select(t => t.Method!.DisplayName).Distinct()];
            Assert.All(methods, m => Assert.StartsWith("Never", m, StringComparison.Ordinal));
            Assert.True(methods.Length >= 5, string.Join(", ", methods));
        }
    }

    [Fact]
    public void Without_the_whole_heap_it_cannot_tell()
    {
        Finding finding = Assert.Single(FindingCatalogue.Check(Look.At(views.Target("Sources", Runtimes.Net10)), r => r.Name == "never-completes"));
        Assert.True(finding.IsUnknown);
    }

    private static TaskGraph Saved(TaskGraph graph)
    {
        using var stream = new MemoryStream();
        TaskCapture.Save(graph, stream);
        stream.Position = 0;
        return TaskCapture.Load(stream);
    }

    [Fact]
    public void A_dump_of_the_heap_alone_says_the_same()
    {
        TaskGraph whole = views.Of("Sources", Runtimes.Net10), heap = views.Of("Sources", Runtimes.Net10, DumpKind.WithHeap);

        Assert.True(heap.IsDeep, string.Join('\n', heap.Coverage.Gaps));
        Assert.Equal(
            views.Names("Sources", Runtimes.Net10).Where(n => n[0] != 'a').Select(n => (n, Source(whole, n).CanComplete, Source(whole, n).IsReachable)),
            views.Names("Sources", Runtimes.Net10).Where(n => n[0] != 'a').Select(n => (n, Source(heap, n).CanComplete, Source(heap, n).IsReachable)));
    }

    [Fact]
    public void Only_pending_sources_have_an_answer()
    {
        TaskGraph graph = views.Of("Sources", Runtimes.Net10);

        Assert.Contains(graph.Nodes, n => n is { Kind: NodeKind.AsyncMethod, IsDone: false });
        Assert.All(graph.Nodes, n => Assert.Equal((n.DisplayName, n.CanComplete is not null), (n.DisplayName, !n.IsDone && n.CanComplete is not null)));
        Assert.All(graph.Nodes.Where(n => n.Kind == NodeKind.CompletionSource && !n.IsDone), n => Assert.NotNull(n.CanComplete));
        Assert.All(graph.Nodes.Where(n => n.Kind is not (NodeKind.CompletionSource or NodeKind.Promise)), n => Assert.Null(n.CanComplete));
    }

    [Fact]
    public void A_live_process_is_not_followed_and_a_note_says_how()
    {
        TaskGraph graph = Look.At(views.Target("Sources", Runtimes.Net10), SourcesViews.Deep);

        Assert.False(graph.IsDeep);
        Assert.All(graph.Nodes, n => Assert.Equal((null, null), (n.CanComplete, n.IsReachable)));
        Assert.Contains(graph.Coverage.Notes, n => n.Contains("--via dump", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dump_made_for_the_look_is_followed()
    {
        TaskGraph graph = Look.At(views.Target("Sources", Runtimes.Net10), SourcesViews.Deep with { Via = LookVia.Dump });

        Assert.True(graph.IsDeep, string.Join('\n', graph.Coverage.Gaps));
        Assert.False(Source(graph, "Never.InOwnLocal").CanComplete);
        Assert.DoesNotContain(graph.Coverage.Notes, n => n.Contains("--via dump", StringComparison.Ordinal));
    }

    [Fact]
    public void A_look_that_is_not_deep_says_nothing()
    {
        using TargetDump dump = TargetDump.Take(views.Target("Sources", Runtimes.Net10));

        TaskGraph graph = Look.At(dump);

        Assert.False(graph.IsDeep);
        Assert.All(graph.Nodes, n => Assert.Equal((null, null), (n.CanComplete, n.IsReachable)));
    }

    private static TaskNode Source(TaskGraph graph, string name) =>
        Assert.Single(graph.Nodes, n => n.Name == name && n.Kind is NodeKind.CompletionSource or NodeKind.Promise);
}
