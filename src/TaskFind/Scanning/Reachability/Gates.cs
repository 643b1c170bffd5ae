namespace TaskFind.Scanning.Reachability;

/// <summary>
/// Which nodes may go on. A node without a gate is open from the start. A gate opens when the node that it waits for is open; that of a method, only when the
/// method has also been met, since one that nothing leads to does not run. What nobody completes stays closed, and so does all that waits for it, be it a circle.
/// </summary>
/// <param name="nodes">How many nodes there are.</param>
internal sealed class Gates(int nodes)
{
    private readonly GateStates[] _states = new GateStates[nodes];

    /// <summary>By node: the waiter that was added last, from 1.</summary>
    private readonly int[] _lastWaiter = new int[nodes];
    private readonly List<(int Waiter, int Earlier)> _waiters = [];
    private readonly Stack<int> _opening = [];

    /// <summary>Gets the nodes that were closed when they were met, and opened since; who expands them empties it.</summary>
    public Stack<int> Opened { get; } = [];

    /// <summary>Closes a node until <see cref="Open"/> is called for it.</summary>
    public void Close(int node) => _states[node] |= GateStates.Gated;

    /// <summary>Closes a node until another is open; called again, until one of them is.</summary>
    /// <param name="node">The node that waits.</param>
    /// <param name="waitsFor">What it waits for.</param>
    /// <param name="needsMeeting">Whether it must have been met too.</param>
    public void Close(int node, int waitsFor, bool needsMeeting)
    {
        _states[node] |= needsMeeting ? GateStates.Gated | GateStates.NeedsMeeting : GateStates.Gated;
        _waiters.Add((node, _lastWaiter[waitsFor]));
        _lastWaiter[waitsFor] = _waiters.Count;
    }

    /// <summary>Lets the nodes that are open from the start tell those that wait for them; called once, when all gates are there.</summary>
    public void Settle()
    {
        for (var i = 0; i < _states.Length; i++)
        {
            if ((_states[i] & GateStates.Gated) == 0)
                SignalWaiters(i);
        }

        OpenAll();
    }

    /// <summary>Tells whether a node may go on.</summary>
    public bool IsOpen(int node) => (_states[node] & (GateStates.Gated | GateStates.Open)) != GateStates.Gated;

    /// <summary>Tells that the traversal has come to a node, and whether it may go on.</summary>
    public bool Meet(int node)
    {
        if (IsOpen(node))
            return true;
        if ((_states[node] & (GateStates.Signalled | GateStates.NeedsMeeting)) == (GateStates.Signalled | GateStates.NeedsMeeting))
            Open(node);
        _states[node] |= GateStates.Met;
        return IsOpen(node);
    }

    /// <summary>Tells that somebody alive can complete a node, or lets it run.</summary>
    public void Open(int node)
    {
        _opening.Push(node);
        OpenAll();
    }

    private void OpenAll()
    {
        while (_opening.TryPop(out var node))
        {
            if (IsOpen(node))
                continue;
            _states[node] |= GateStates.Open;
            if ((_states[node] & GateStates.Met) != 0)
                Opened.Push(node);
            SignalWaiters(node);
        }
    }

    private void SignalWaiters(int node)
    {
        for (var at = _lastWaiter[node]; at > 0; at = _waiters[at - 1].Earlier)
        {
            var waiter = _waiters[at - 1].Waiter;
            _states[waiter] |= GateStates.Signalled;
            if ((_states[waiter] & (GateStates.NeedsMeeting | GateStates.Met)) != GateStates.NeedsMeeting)
                _opening.Push(waiter);
        }
    }
}
