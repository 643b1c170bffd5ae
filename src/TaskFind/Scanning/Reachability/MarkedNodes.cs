using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Reachability;

/// <summary>Tells the traversal which objects are nodes or complete one, and remembers which of them wait behind a closed gate.</summary>
internal sealed class MarkedNodes(RootTable roots, NodeIndex nodes, GateRules rules, int count)
{
    private const int None = -1;

    /// <summary>By node: the object that was added last, from 1.</summary>
    private readonly int[] _lastWaiting = new int[count];
    private readonly List<(ulong Address, int Earlier)> _waiting = [];

    /// <summary>Gets or sets whether gates are still asked.</summary>
    public bool HasGates { get; set; } = true;

    /// <summary>Gives the node at an address, or -1.</summary>
    public int Of(ulong address) => nodes.Find(address);

    /// <summary>Tells whether a word refers to a task whose source is gone.</summary>
    public bool IsOrphan(ulong word) => rules.Orphans.Count > 0 && rules.Orphans.Contains(word);

    /// <summary>Gives the node that an object is, or whose machine it is; -1 for neither.</summary>
    /// <param name="address">The object.</param>
    /// <param name="type">Its type.</param>
    /// <param name="blocks">The memory.</param>
    /// <param name="completes">The node that it completes, or -1.</param>
    public int At(ulong address, TypeEntry type, BlockReader blocks, out int completes)
    {
        completes = None;
        switch (type.Layout)
        {
            case CompletionSourceLayout or ParallelStateLayout:
                completes = roots.Find(address) is >= 0 and var source ? nodes.Find(roots[source].Continuation) : None;
                return None;
            case MachineObjectLayout { Embedded.BuilderTaskAt: >= 0 } machine:
                return blocks.TryWord(address + (ulong)machine.Embedded.BuilderTaskAt, out var box) ? nodes.Find(box) : None;
            default:
                return nodes.Find(address);
        }
    }

    /// <summary>Gives what is followed of a node's object behind its closed gate: anybody may ask a task for its AsyncState, and nobody for what continues with it.</summary>
    public KeptFields KeptBy(int node, TypeEntry type) =>
        type.Layout is not TaskObjectLayout { IsBox: false } task ? KeptFields.Nothing
        : rules.IsSource(node) ? new KeptFields(task.Task.ContinuationAt, -1)
        : ((TaskFlags)nodes.RootOf(node).Flags).HasFlag(TaskFlags.HiddenState) ? KeptFields.Nothing
        : new KeptFields(-1, task.Task.StateAt);

    /// <summary>Remembers an object until the gate of its node opens.</summary>
    public void AddWaiting(int node, ulong address)
    {
        _waiting.Add((address, _lastWaiting[node]));
        _lastWaiting[node] = _waiting.Count;
    }

    /// <summary>Gives the objects that waited for a gate, and forgets them.</summary>
    public IEnumerable<ulong> TakeWaiting(int node)
    {
        var at = _lastWaiting[node];
        _lastWaiting[node] = 0;
        for (; at > 0; at = _waiting[at - 1].Earlier)
            yield return _waiting[at - 1].Address;
    }

    /// <summary>Gives the objects that wait for any gate, and forgets them.</summary>
    public IEnumerable<ulong> TakeAllWaiting() => Enumerable.Range(0, _lastWaiting.Length).SelectMany(TakeWaiting);
}
