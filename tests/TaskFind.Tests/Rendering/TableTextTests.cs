using TaskFind.Rendering;
using Xunit;

namespace TaskFind.Tests.Rendering;

public sealed class TableTextTests
{
    [Fact]
    public void One_of_everything()
    {
        var graph = SampleGraph.Make();
        var table = new TableText(graph);
        Golden.Check("table.txt", [string.Join(" | ", table.Columns.Select(c => c.Head)), .. graph.Nodes.Select(n => string.Join(" | ", table.Row(n)))]);
        Assert.All(graph.Nodes, node => Assert.Equal(table.Columns.Count, table.Row(node).Count));
    }
}
