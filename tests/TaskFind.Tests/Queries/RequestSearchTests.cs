using TaskFind.Model;
using TaskFind.Queries;
using Xunit;

namespace TaskFind.Tests.Queries;

/// <summary>Requests are found by what a person types of them, and each node by the request that awaits it.</summary>
public sealed class RequestSearchTests
{
    [Theory]
    [InlineData("/", "0 1 2")]
    [InlineData("/checkout", "0 1")]
    [InlineData("/checkout/", "0 1")]
    [InlineData("/checkout/17", "0")]
    [InlineData("/CheckOut/17", "0")]
    [InlineData("/checkout/{id}", "0 1")]
    [InlineData("/check", "")]
    [InlineData("/*/1?", "0 1")]
    [InlineData("GET /checkout", "0")]
    [InlineData("post  /checkout", "1")]
    [InlineData("DELETE /", "")]
    public void A_path_or_route_finds_the_top_task(string what, string found)
    {
        var result = TaskSearch.Find(Graph(), what);

        Assert.Equal(found, string.Join(' ', result.Matches.Select(n => n.Ordinal.Value)));
        Assert.Equal(found.Length == 0, result.NoMatch is not null);
    }

    [Theory]
    [InlineData("/src/Shop.cs:41", typeof(PlaceWhat))]
    [InlineData("/checkout/17", typeof(RequestWhat))]
    [InlineData("Shop.CheckOut", typeof(MethodWhat))]
    public void A_place_and_a_method_stay_what_they_are(string what, Type type) => Assert.IsType(type, What.Parse(what));

    [Fact]
    public void A_node_belongs_to_the_request_that_awaits_it_and_a_shared_one_to_none()
    {
        var graph = Graph();

        int?[] owners = [.. graph.Nodes.Select(n => n.Request?.Task.Ordinal.Value)];

        Assert.Equal([0, 1, 2, 0, 1, null, null], owners);
    }

    [Fact]
    public void A_cycle_of_awaits_ends()
    {
        var maker = new GraphMaker();
        var (a, b) = (Task(maker), Task(maker));
        (maker.Builder[a].Awaits, maker.Builder[b].Awaits) = (b, a);
        Add(maker, a, "GET", "/a", null);

        Assert.All(maker.Build().Nodes, n => Assert.Equal("/a", n.Request?.Path));
    }

    /// <summary>Three requests: the first awaits 3, the second 4, both of these 5, which awaits 6.</summary>
    private static TaskGraph Graph()
    {
        var maker = new GraphMaker();
        for (var i = 0; i < 7; i++)
            Task(maker);
        foreach (var (from, to) in new[] { (0, 3), (1, 4), (3, 5), (4, 5), (5, 6) })
            maker.Builder[from].Awaits = to;
        Add(maker, 0, "GET", "/checkout/17", "/checkout/{id}");
        Add(maker, 1, "POST", "/checkout/18", "/checkout/{id}");
        Add(maker, 2, "GET", "/", null);
        return maker.Build();
    }

    private static int Task(GraphMaker maker) => maker.Add(NodeKind.AsyncMethod, "Task", GraphMaker.Method("Shop.Run"), GraphMaker.At("Shop.cs:1"));

    private static void Add(GraphMaker maker, int node, string method, string path, string? route) => maker.Builder.Add(new RequestRow
    {
        Node = node, Method = maker.Builder.Intern(method), Path = maker.Builder.Intern(path), Route = maker.Builder.Intern(route),
    });
}
