using TaskFind.IntegrationTests.Harness;
using TaskFind.Model;
using TaskFind.Rendering;
using Xunit;

namespace TaskFind.IntegrationTests.Waits;

/// <summary>What the Waits program says of itself, and what a look says of it.</summary>
internal sealed record WaitsView(
    TaskGraph Graph, IReadOnlyList<SiteFact> Sites, IReadOnlyList<StandingFact> Standings, TimeSpan Age, TargetDump? Dump)
{
    public Repr Repr { get; } = new(Graph);

    /// <summary>Gives the tasks of a method that are not done.</summary>
    public IReadOnlyList<TaskNode> Pending(string method) => [.. Graph.Nodes.Where(n => !n.IsDone && n.Method?.DisplayName == method)];

    /// <summary>Gives the only task of a method that is not done.</summary>
    public TaskNode One(string method) => Assert.Single(Pending(method));

    /// <summary>Gives the task with an Id.</summary>
    public TaskNode Task(int id) => Assert.Single(Graph.Nodes, n => n.Id?.Value == id);

    /// <summary>Gives how a task or thread of that name stands.</summary>
    public StandingFact Standing(string name) => Assert.Single(Standings, s => s.Name == name);

    /// <summary>Gives the managed id of a system's thread.</summary>
    public int Thread(int osId) => Assert.Single(Graph.Threads, t => t.OSId == osId).ManagedId;
}
