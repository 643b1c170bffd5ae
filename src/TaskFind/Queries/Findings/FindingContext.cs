using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries.Findings;

/// <summary>What the rules ask of one graph, made when it is first asked for.</summary>
internal sealed class FindingContext(TaskGraph graph)
{
    private readonly Lazy<ChainLeaves> _leaves = new(() => new ChainLeaves(graph));
    private readonly Lazy<Holders> _holders = new(() => new Holders(graph));
    private readonly Lazy<HashSet<int>> _awaited = new(() => AwaitedNodes(graph));
    private DeadWaits? _dead;

    /// <summary>Gets the graph.</summary>
    public TaskGraph Graph => graph;

    /// <summary>Gets where chains of awaits end.</summary>
    public ChainLeaves Leaves => _leaves.Value;

    /// <summary>Gets who seems to hold semaphores.</summary>
    public Holders Holders => _holders.Value;

    /// <summary>Gets what nothing outside can end.</summary>
    public DeadWaits Dead => _dead ??= new DeadWaits(graph, Holders);

    /// <summary>Gets how the pool stands; null when that was not seen.</summary>
    public PoolInfo? Pool => graph.Pool;

    /// <summary>Gets the workers of the thread pool.</summary>
    public IEnumerable<TaskThread> Workers => graph.Threads.Where(t => t.IsPool);

    /// <summary>Tells whether some task that is not done awaits a node, itself or in a join.</summary>
    public bool IsAwaited(TaskNode node) => _awaited.Value.Contains(node.Ordinal.Value);

    private static HashSet<int> AwaitedNodes(TaskGraph graph)
    {
        var awaited = new HashSet<int>();
        foreach (var node in graph.Nodes)
        {
            if (node.IsDone)
                continue;
            if (node.Awaits is { } next)
                awaited.Add(next.Ordinal.Value);
            else if (node is { Kind: NodeKind.Promise, HasOwnWait: true, Wait.Joined: { Count: > 0 } joined })
                awaited.UnionWith(joined.Select(j => j.Ordinal.Value));
        }

        return awaited;
    }
}
