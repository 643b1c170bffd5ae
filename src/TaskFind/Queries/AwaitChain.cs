using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>The methods that a task waits for, one behind the other, down to what they all wait for.</summary>
/// <param name="Hops">The awaited methods' tasks, the nearest first; the task itself is not among them.</param>
/// <param name="Leaf">What the last one waits for, when it is no method's task.</param>
/// <param name="End">How it ends.</param>
internal sealed record AwaitChain(IReadOnlyList<TaskNode> Hops, Wait? Leaf, ChainEnd End)
{
    // Below this length a list is searched faster than a set is made, and nearly all chains are.
    private const int ListLength = 16;

    /// <summary>Gets the node where a cycle closes.</summary>
    public TaskNode? ClosesAt { get; private init; }

    /// <summary>Follows the chain from a task.</summary>
    public static AwaitChain From(TaskNode node)
    {
        var hops = new List<TaskNode>();
        HashSet<TaskNode>? seen = null;
        for (var current = node; !current.IsDone; current = hops[^1])
        {
            switch (current.Wait)
            {
                case null:
                    return new AwaitChain(hops, null, ChainEnd.Nothing);
                case TaskWait { Target: { Method: not null } next }:
                    if (next == node || (seen?.Contains(next) ?? hops.Contains(next)))
                        return new AwaitChain(hops, null, ChainEnd.Cycle) { ClosesAt = next };
                    if (hops.Count == Limits.Graph.ChainHops)
                        return new AwaitChain(hops, null, ChainEnd.Limit);
                    hops.Add(next);
                    if (hops.Count == ListLength)
                        seen = [.. hops];
                    else
                        seen?.Add(next);
                    break;
                case var leaf:
                    return new AwaitChain(hops, leaf, ChainEnd.Leaf);
            }
        }

        return new AwaitChain(hops, null, ChainEnd.Nothing);
    }
}
