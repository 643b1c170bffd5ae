using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Tells of nodes whose wait lies behind more promises that only pass a completion on than a <see cref="TaskNode"/> follows.</summary>
internal static class LongLinks
{
    public static void Tell(TaskGraphBuilder builder)
    {
        for (var i = 0; i < builder.Count; i++)
        {
            var (at, links) = (i, 0);
            while (links < Limits.Graph.Links && Next(builder, at) is >= 0 and var next)
                (at, links) = (next, links + 1);
            if (links == Limits.Graph.Links)
                builder.AddGap("what a task waits for", $"it lies behind {links} promises or more that only pass a completion on, or they go in a circle");
        }
    }

    /// <summary>Gives the promise that a node awaits without a wait of its own; -1 where its wait is found.</summary>
    private static int Next(TaskGraphBuilder builder, int node)
    {
        ref readonly var row = ref builder[node];
        if (row.Awaits < 0 || (row.Wait >= 0 && !builder.IsOnTheWay(row.Wait)))
            return -1;
        ref readonly var next = ref builder[row.Awaits];
        return next.Method < 0 && next.State is TaskState.Pending or TaskState.Cancelling ? row.Awaits : -1;
    }
}
