namespace TaskFind.Model;

/// <summary>Tells to which request each node belongs: the one whose top task awaits it, over however many others. What several requests await belongs to none.</summary>
internal static class RequestOwners
{
    private const int None = -1, Shared = -2;

    /// <summary>Gives the index of a request, or a negative number, for each node; every node changes twice at the most, so this is linear.</summary>
    public static int[] Of(TaskGraphData data)
    {
        var owners = new int[data.Nodes.Count];
        Array.Fill(owners, None);
        var pending = new Stack<(int Node, int Owner)>();
        for (var i = 0; i < data.Requests.Count; i++)
        {
            pending.Push((data.Requests[i].Node, i));
            while (pending.TryPop(out var at))
            {
                ref var owner = ref owners[at.Node];
                var next = owner == None || owner == at.Owner ? at.Owner : Shared;
                if (owner == next)
                    continue;
                owner = next;
                Push(data, data.Nodes[at.Node], next, pending);
            }
        }

        return owners;
    }

    private static void Push(TaskGraphData data, in NodeRow node, int owner, Stack<(int Node, int Owner)> pending)
    {
        if (node.Awaits >= 0)
            pending.Push((node.Awaits, owner));
        if (node.Wait < 0)
            return;
        ref var wait = ref data.Waits[node.Wait];
        for (var i = 0; i < wait.NodeCount; i++)
            pending.Push((data.Edges[wait.FirstNode + i], owner));
    }
}
