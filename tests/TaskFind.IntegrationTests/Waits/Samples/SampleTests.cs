using System.Reflection;
using System.Text.RegularExpressions;
using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Queries.Groups;
using TaskFind.Rendering;
using TaskFind.Scanning;
using Xunit;

namespace TaskFind.IntegrationTests.Waits.Samples;

/// <summary>Compares all samples of one program on every runtime, alive and from a dump.</summary>
public abstract class SampleTests
{
    public static TheoryData<string, string> Views => Runtimes.Views;

    [Theory, MemberData(nameof(Views))]
    public void Every_sample_of_the_catalogue_has_its_words(string framework, string view)
    {
        string program = GetType().GetCustomAttribute<ShowsSamplesAttribute>()!.Program;
        WaitSample[] samples = [.. WaitSamples.Of(program, framework)];
        TaskGraph graph = Look(framework, view);
        var repr = new Repr(graph);

        Assert.NotEmpty(samples);
        Assert.All(samples, s => Compare(s, graph, repr, s.Pattern(view == "live", f => Fact(framework, f))));
    }

    [Theory, MemberData(nameof(Views))]
    public void Every_edge_is_known_from_both_of_its_ends(string framework, string view)
    {
        var edges = new EdgeCheck(Look(framework, view));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{framework} {view}: {edges.Suspended} methods at an await, {edges.Confirmed} edges confirmed, {edges.AwaitDone.Count} await what is done, {edges.AwaitOthers.Count} await no task");
        Assert.True(edges.OneSided.Count == 0, string.Join('\n', edges.OneSided));
        Assert.Empty(edges.Blind);
        Assert.True(edges.Confirmed > 0);
    }

    /// <summary>Gives what a look says, "live" or from a "dump".</summary>
    private protected abstract TaskGraph Look(string framework, string view);

    /// <summary>Gives what the program says of itself.</summary>
    private protected virtual string Fact(string framework, string name) => throw new InvalidOperationException($"the program tells no '{name}'");

    private static void Compare(WaitSample sample, TaskGraph graph, Repr repr, string pattern)
    {
        switch (sample.What)
        {
            case SampleWhat.Thread:
                Wait? blocked = Assert.Single(graph.Threads, t => t.Name == sample.Of).BlockedOn;
                Assert.Matches(pattern, blocked is null ? "" : repr.Waits.Of(blocked));
                AssertKinds(sample, [blocked?.Kind]);
                break;
            case SampleWhat.Line:
                IEnumerable<string> lines = Pending(sample, graph).Select(n => repr.Line(n));
                IEnumerable<string> running = graph.RunningMethods.Where(r => r.Method.DisplayName == sample.Of).Select(r => repr.Line(r));
                string[] all = [.. lines.Concat(running)];
                Assert.True(all.Any(l => Regex.IsMatch(l, pattern)), $"{pattern}\nis not in\n{string.Join('\n', all)}");
                break;
            default:
                TaskNode node = Assert.Single(Pending(sample, graph));
                Assert.Matches(pattern, repr.WaitsFor(node) ?? "");
                Wait? leaf = new ChainLeaves(graph).Leaf(node);
                AssertKinds(sample, [node.Wait?.Kind, node.Wait?.Via?.Kind, leaf?.Kind, leaf?.Via?.Kind]);
                break;
        }
    }

    /// <summary>What is waited for at first or last is of a kind that each of the rows names.</summary>
    private static void AssertKinds(WaitSample sample, WaitKind?[] found) =>
        Assert.All(
            WaitCatalogue.Rows.Where(r => sample.Rows.Contains(r.Number) && r.Kinds.Count > 0),
            r => Assert.True(r.Kinds.Any(k => found.Contains(k)), $"row {r.Number} names other kinds than {string.Join(", ", found)}"));

    private static IEnumerable<TaskNode> Pending(WaitSample sample, TaskGraph graph) =>
        graph.Nodes.Where(n => !n.IsDone && n.Method?.DisplayName == sample.Of);
}
