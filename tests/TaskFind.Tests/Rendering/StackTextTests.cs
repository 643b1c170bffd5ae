using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class StackTextTests
{
    [Fact]
    public void One_of_everything()
    {
        var graph = SampleGraph.Make();
        var stack = new StackText(graph, source: line => line.FileName == "Program.cs" ? "        await Something(); // \u001b[31m" : null);
        Golden.Check("stack.txt", [.. graph.Nodes.SelectMany(stack.Lines), .. graph.RunningMethods.SelectMany(stack.Lines)]);
    }

    [Fact]
    public void Several_waiters_are_listed_and_counted()
    {
        var maker = new GraphMaker();
        var common = maker.Async("Common.Load()", "Common.cs:1", id: 1);
        for (var i = 0; i < 8; i++)
            maker.Awaits(maker.Async($"User{i}.Use()", $"User.cs:{i + 1}"), common);
        var graph = maker.Build();
        Golden.Check("stack-waiters.txt", new StackText(graph).Lines(graph[new NodeOrdinal(common)]));
    }

    [Fact]
    public void Hostile_graphs_print_nothing_raw_and_come_to_an_end()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var graph = new RandomGraph(seed).Make();
            var stack = new StackText(graph, source: _ => new RandomGraph(seed).Text());
            var table = new TableText(graph);
            var lines = graph.Nodes.SelectMany(n => stack.Lines(n).Concat(table.Row(n)))
                .Concat(graph.RunningMethods.SelectMany(stack.Lines)).Concat(CoverageText.Lines(graph));
            foreach (var line in lines)
                Raw.AssertNone(line, seed);
        }
    }
}
