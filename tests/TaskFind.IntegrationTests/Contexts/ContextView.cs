using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Contexts;

/// <summary>What the Context program says of its activities, and what a look that asks for contexts says.</summary>
/// <param name="Graph">The look.</param>
/// <param name="Ids">The ids of activities, by the order in which they were started.</param>
internal sealed record ContextView(TaskGraph Graph, IReadOnlyList<string> Ids)
{
    /// <summary>Gives the only task of a method.</summary>
    public TaskNode One(string method) => Assert.Single(Graph.Nodes, n => n.Method?.DisplayName == method);

    /// <summary>Gives what is told of its context.</summary>
    public string? Words(string method) => One(method).Context is { } context ? ContextText.Of(context, full: true) : null;
}
