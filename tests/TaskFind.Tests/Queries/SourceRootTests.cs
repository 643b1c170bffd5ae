using TaskFind.Model;
using TaskFind.Queries;
using Xunit;

namespace TaskFind.Tests.Queries;

public sealed class SourceRootTests
{
    [Theory]
    [InlineData("/builds/shop/src/Order.cs", null, "src/Order.cs")]
    [InlineData("/builds/shop/src/Gone.cs", null, null)]
    [InlineData("/builds/shopping/src/Order.cs", null, null)]
    [InlineData("/builds/shop/../shop/src/Order.cs", null, null)]
    [InlineData("/builds/shop/src/Order.cs", "Order.cs", "src/Order.cs")]
    [InlineData("/_/src/Order.cs", "src/Order.cs", "src/Order.cs")]
    [InlineData("/_/src/Packaged.cs", "src/Packaged.cs", null)]
    public void A_file_has_a_path_only_where_it_is_below_the_root(string file, string? repoPath, string? expected)
    {
        var maker = new GraphMaker();
        maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method("Shop.Loads()"), new AwaitPoint(AwaitPointKind.Awaiting) { Line = new SourceLine(file, 7, 7, 5) { RepoPath = repoPath } });
        var graph = SourceRoot.Apply(maker.Build(), "/builds/shop", path => Path.GetFullPath(path) == "/builds/shop/src/Order.cs");
        Assert.Equal(expected, Assert.Single(graph.Nodes).Point!.Line!.RepoPath);
    }
}
