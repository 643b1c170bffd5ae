using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries;

namespace TaskFind.Rendering;

/// <summary>Says a chain of awaited methods flat: the first, the last in user code, and what they all wait for.</summary>
internal sealed class ChainText(WaitText waits, ReprOptions options)
{
    /// <summary>Says what a task waits for; null when it waits for nothing that is known.</summary>
    public string? Of(TaskNode node)
    {
        var chain = AwaitChain.From(node);
        var items = options.Full ? All(node, chain) : Outline(node, chain);
        switch (chain.End)
        {
            case ChainEnd.Leaf:
                AddVia(items, chain.Leaf);
                items.Add(waits.Of(chain.Leaf!, n => n == node || chain.Hops.Contains(n)));
                break;
            case ChainEnd.Cycle:
                items.Add("...");
                break;
            case ChainEnd.Limit:
                items.Add($"<{Limits.Graph.ChainHops.ToString(CultureInfo.InvariantCulture)}+ deeper>");
                break;
        }

        return items.Count == 0 ? null : string.Join(", ", items);
    }

    private List<string> All(TaskNode node, AwaitChain chain)
    {
        var items = new List<string>();
        for (var i = 0; i < chain.Hops.Count; i++)
            AddHop(items, node, chain, i);
        return items;
    }

    private List<string> Outline(TaskNode node, AwaitChain chain)
    {
        var items = new List<string>();
        var printed = -1;
        foreach (var index in Shown(chain))
        {
            LeaveOut(items, chain.Hops, printed + 1, index);
            AddHop(items, node, chain, index);
            printed = index;
        }

        LeaveOut(items, chain.Hops, printed + 1, chain.Hops.Count);
        return items;
    }

    private void AddHop(List<string> items, TaskNode node, AwaitChain chain, int index)
    {
        AddVia(items, (index == 0 ? node : chain.Hops[index - 1]).Wait);
        items.Add(waits.Node(chain.Hops[index]));
    }

    private void AddVia(List<string> items, Wait? wait)
    {
        if (wait?.Via is { } via)
            items.Add(waits.Of(via));
    }

    private static SortedSet<int> Shown(AwaitChain chain)
    {
        var shown = new SortedSet<int>();
        if (chain.Hops.Count == 0)
            return shown;
        shown.Add(0);
        for (var i = chain.Hops.Count - 1; i > 0; i--)
        {
            if (chain.Hops[i].IsFramework)
                continue;
            shown.Add(i);
            break;
        }

        // A chain that ends in a method has that method for its leaf.
        if (chain.End == ChainEnd.Nothing)
            shown.Add(chain.Hops.Count - 1);
        return shown;
    }

    private static void LeaveOut(List<string> items, IReadOnlyList<TaskNode> hops, int from, int to)
    {
        if (from >= to)
            return;
        var isFramework = true;
        for (var i = from; i < to; i++)
            isFramework &= hops[i].IsFramework;
        items.Add(string.Create(CultureInfo.InvariantCulture, $"<{to - from} {(isFramework ? "framework" : "more")}>"));
    }
}
