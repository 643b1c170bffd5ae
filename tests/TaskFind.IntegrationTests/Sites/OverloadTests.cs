using TaskFind.IntegrationTests.Harness;
using TaskFind.IntegrationTests.Looks;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Sites;

/// <summary>Overloads are told apart by their parameter types, in search and in print; other methods carry none.</summary>
public sealed class OverloadTests
{
    [Fact]
    public void Overloads_carry_their_parameter_types()
    {
        using TargetProcess target = TargetProcess.Start("AwaitSites.Release", Runtimes.Net9);
        IReadOnlyList<SiteFact> sites = SiteFact.ReadAll(target);
        TaskGraph graph = Look.At(target);
        var repr = new Repr(graph);

        SiteFact[] overloads = [.. sites.Where(s => s.Parameters is not null)];
        Assert.Equal(5, overloads.Length);
        Assert.Equal(5, graph.Find("Overloads.Do").Matches.Count);
        foreach (SiteFact site in overloads)
        {
            TaskNode node = Assert.Single(graph.Find($"Types.Overloads.Do({site.Parameters})").Matches);
            Assert.Equal(site.Owner, node.Id?.Value);
            Assert.Contains($" coro=<Types.Overloads.Do({site.Parameters}) awaiting at Types.cs:{site.Line}> ", repr.Line(node), StringComparison.Ordinal);
        }

        TaskNode alone = Assert.Single(graph.Find("Basic.WithParameters").Matches);
        Assert.Contains(" coro=<Basic.WithParameters() awaiting at Basic.cs:", repr.Line(alone), StringComparison.Ordinal);
        Assert.Equal("int, string, DateTime, decimal", alone.Method!.Parameters);
    }
}
