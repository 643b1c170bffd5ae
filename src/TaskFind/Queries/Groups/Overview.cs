using TaskFind.Model;
using TaskFind.Queries.Findings;

namespace TaskFind.Queries.Groups;

/// <summary>A graph in a few groups: where the program's own methods wait at last, what its server handles, which threads are blocked.</summary>
/// <param name="Waits">The innermost methods of the program that are not done, grouped; a chain of methods counts once.</param>
/// <param name="Requests">The requests.</param>
/// <param name="Threads">The blocked threads.</param>
internal sealed record Overview(IReadOnlyList<TaskGroup> Waits, IReadOnlyList<RequestGroup> Requests, IReadOnlyList<ThreadGroup> Threads)
{
    /// <summary>Gets the tasks that wait for each other in a circle, by way of joins and blocked threads too.</summary>
    public IReadOnlyList<TaskNode> InCircles { get; private init; } = [];

    /// <summary>Gets how many tasks of the program's methods are not done.</summary>
    public int Pending { get; private init; }

    /// <summary>Gets how many tasks of the framework's methods are not done.</summary>
    public int PendingFramework { get; private init; }

    /// <summary>Gets what is wrong, the worst first; what cannot be told is left out.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>Makes the overview of a graph; linear in tasks and awaits.</summary>
    public static Overview Of(TaskGraph graph)
    {
        var leaves = new ChainLeaves(graph);
        List<TaskNode> innermost = [], circles = [];
        var (pending, framework) = (0, 0);
        foreach (var node in graph.Nodes)
        {
            if (node.IsDone)
                continue;
            if (node.Method is null)
                continue;
            if (node.IsFramework)
            {
                framework++;
                continue;
            }

            pending++;
            if (leaves.IsOnCircle(node))
                circles.Add(node);
            else if (leaves.IsInnermost(node))
                innermost.Add(node);
        }

        return new Overview(TaskGroups.Of(innermost, leaves), RequestGroup.Of(graph.Requests), ThreadGroup.Of(graph.Threads))
        {
            InCircles = circles,
            Pending = pending,
            PendingFramework = framework,
            Findings = [.. FindingCatalogue.Check(graph).Where(f => !f.IsUnknown)],
        };
    }
}
