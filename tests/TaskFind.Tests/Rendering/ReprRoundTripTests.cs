using System.Text;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class ReprRoundTripTests
{
    private const int Graphs = 4000;

    [Fact]
    public void The_reference_parser_reads_back_what_was_written()
    {
        for (var seed = 0; seed < Graphs; seed++)
        {
            var graph = new RandomGraph(seed).Make();
            var repr = new Repr(graph, new ReprOptions { Full = true });
            foreach (var node in graph.Nodes)
                Compare(node, ReprParser.Parse(repr.Line(node)));
            foreach (var running in graph.RunningMethods)
            {
                var read = ReprParser.Parse(repr.Line(running));
                Assert.Equal(("no Task yet", Shown(running.Method.DisplayName), running.Thread), (read.Type, read.Coro!.Text, read.Coro.Stand!.Thread));
            }
        }
    }

    [Fact]
    public void The_short_form_can_be_read_too_and_holds_nothing_raw()
    {
        for (var seed = 0; seed < Graphs; seed++)
        {
            var graph = new RandomGraph(seed).Make();
            var repr = new Repr(graph);
            foreach (var node in graph.Nodes)
            {
                var line = repr.Line(node);
                ReprParser.Parse(line);
                Raw.AssertNone(line, seed);
            }
        }
    }

    [Fact]
    public void The_goldens_can_be_read()
    {
        foreach (var name in new[] { "repr.txt", "repr-full.txt" })
            Assert.All(File.ReadLines(Path.Combine(Repository.Root, "tests/TaskFind.Tests/golden", name)), line => ReprParser.Parse(line));
    }

    private static void Compare(TaskNode node, ParsedRepr read)
    {
        Assert.Equal((Shown(node.Type), node.State.ToString().ToLowerInvariant(), Shown(node.DisplayName)), (read.Type, read.State, read.Name));
        Assert.Equal(node.Method is null, read.Coro is null);
        if (node.Method is { } method)
            CompareHop(node, method, read.Coro!);
        Assert.Equal(node.Exception is { } e ? (Shown(e.Type), Shown(e.Message)) : (null, null), (read.ExceptionType, read.ExceptionMessage));
        Assert.Equal(node.Exception is null ? Shown(node.Result) : null, read.Result);
        Assert.Equal(node.Continuations.Count, read.Callbacks?.Count ?? 0);
        Assert.Equal(node.IsAbandoned, read.Callbacks is { Count: 0 });
        CompareChain(node, read.WaitFor ?? []);
        CompareContext(node.Context, read.Context);
        CompareVariables(node.Variables, read.Locals);
    }

    private static void CompareVariables(MethodVariables? variables, ParsedContext? read)
    {
        Assert.Equal((variables?.Omitted, variables?.Items.Count), (read?.Omitted, read?.Locals.Count));
        foreach (var (variable, written) in (variables?.Items ?? []).Zip(read?.Locals ?? []))
        {
            Assert.Equal((Shown(variable.Name), null), (written.Label, written.At));
            CompareValue(variable.Value, written);
        }
    }

    private static void CompareContext(ContextInfo? context, ParsedContext? read)
    {
        Assert.Equal(context is null, read is null);
        if (context is null || read is null)
            return;

        Assert.Equal(context.Omitted, read.Omitted);
        Assert.Equal(context.Activity is null, read.Activity is null);
        if (context.Activity is { } activity)
        {
            foreach (var (key, value) in new[] { ("name", activity.Name), ("trace", activity.TraceId), ("span", activity.SpanId), ("id", activity.Id) })
                Assert.Equal(Shown(value), read.Activity!.GetValueOrDefault(key));
        }

        Assert.Equal(context.Locals.Count, read.Locals.Count);
        foreach (var (local, written) in context.Locals.Zip(read.Locals))
            CompareLocal(local, written);
    }

    private static void CompareLocal(LocalInfo local, ParsedLocal read)
    {
        Assert.Equal((Shown(local.Name ?? local.Type), local.Name is null ? local.Address.ToString() : null), (read.Label, read.At));
        CompareValue(local.Value, read);
    }

    private static void CompareValue(LocalValue value, ParsedLocal read)
    {
        // A plain value that does not look like one is quoted.
        Assert.True(value.Kind == read.Kind || (value.Kind, read.Kind) == (LocalValueKind.Plain, LocalValueKind.Text), $"{value} {read}");
        Assert.Equal(value.Kind == LocalValueKind.Other ? Shown(value.Type) : Shown(value.Words), read.Value);
        if (value.Kind == LocalValueKind.Other)
            Assert.Equal(value.Address.Value == 0 ? null : value.Address.ToString(), read.ValueAt);
    }

    private static void CompareChain(TaskNode node, IReadOnlyList<ParsedItem> items)
    {
        var chain = AwaitChain.From(node);
        Assert.Equal(chain.Hops.Count + (chain.End is ChainEnd.Nothing ? 0 : 1), items.Count);
        for (var i = 0; i < chain.Hops.Count; i++)
            CompareHop(chain.Hops[i], chain.Hops[i].Method!, items[i]);
        if (chain.End == ChainEnd.Cycle)
            Assert.Equal("dots", items[^1].Kind);
        if (chain.Leaf is not { } leaf)
            return;
        var last = items[^1];
        switch (leaf)
        {
            case OtherWait other:
                Assert.Equal(("resource", Shown(other.Type)), (last.Kind, last.Text));
                break;
            case CompletionSourceWait source:
                Assert.Equal((Shown(source.Type), Shown(source.Name)), (last.Text, last.Facts.SingleOrDefault(f => f.Text == "name")?.Value));
                break;
            case WhenAllWait all:
                Assert.Equal(("Task.WhenAll", all.Tasks.Count + (all.Of is null ? 1 : 2)), (last.Text, last.Facts.Count));
                break;
            case WhenAnyWait any:
                Assert.Equal(("Task.WhenAny", any.Tasks.Count + 1), (last.Text, last.Facts.Count));
                break;
        }
    }

    private static void CompareHop(TaskNode node, TaskMethod method, ParsedItem hop)
    {
        Assert.Equal(("hop", Shown(method.DisplayName)), (hop.Kind, hop.Text));
        Assert.Equal(method.IsOverloaded ? Shown(method.Parameters) : "", hop.Parameters);
        if (node is { IsDone: false, Point: { Line: { } line, Kind: not AwaitPointKind.Done } })
            Assert.Equal((Shown(line.File.Replace('\\', '/')), line.Line), (hop.Stand!.File, hop.Stand.Line));
        if (node is { IsDone: false, Point: { Line: null, ILOffset: { } offset, Kind: not AwaitPointKind.Done } })
            Assert.Equal(offset, hop.Stand!.ILOffset);
    }

    // What a reader gets of a string: its first 200 characters, dots if it has more.
    private static string? Shown(string? text)
    {
        if (text is null)
            return null;
        var output = new StringBuilder();
        var rest = text.AsSpan();
        for (var i = 0; i < Limits.Text.StringLength && !rest.IsEmpty; i++)
        {
            Rune.DecodeFromUtf16(rest, out _, out var used);
            output.Append(rest[..used]);
            rest = rest[used..];
        }

        return rest.IsEmpty ? output.ToString() : output.Append("...").ToString();
    }
}
