using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Reachability;

/// <summary>
/// Says which nodes cannot go on by themselves. Rule: a pending completion source goes on when its <c>TaskCompletionSource</c> is alive; a method that stands at an
/// await, when the one task that it awaits goes on, provided that this task is seen to resume it; a promise that passes a completion on, likewise; a join,
/// when one of the joined does. All else goes on: its completion may come from outside.
/// Wrongly closed: a method whose continuation somebody else calls too, an awaiter that completes twice. Wrongly open: a WhenAll of which one may complete and
/// another never does, a delay without an end, a semaphore that nobody releases, an awaiter of the program's own.
/// </summary>
internal sealed class GateRules(TaskGraphBuilder builder, ObjectStore store, NodeIndex nodes, WaitOwners owners)
{
    private const int None = -1;

    /// <summary>Gets the pending tasks that nothing but a builder could complete, for the source that they had was collected.</summary>
    public HashSet<ulong> Orphans { get; } = [];

    /// <summary>Closes all gates.</summary>
    public Gates Close()
    {
        var gates = new Gates(builder.Count);
        var awaited = new int[builder.Count];
        for (var i = 0; i < builder.Count; i++)
            awaited[i] = IsPending(i) ? CloseOwn(i, gates) : None;
        CloseWaiters(awaited, gates);
        gates.Settle();
        return gates;
    }

    /// <summary>Tells whether a node is a pending completion source, be it an orphan.</summary>
    public bool IsSource(int node) => IsPending(node) && (builder[node].Kind == NodeKind.CompletionSource || Orphans.Contains(builder[node].Address));

    /// <summary>Closes sources and joins, and gives what any other node waits for alone, or none.</summary>
    private int CloseOwn(int node, Gates gates)
    {
        ref readonly var row = ref builder[node];
        if (row.Kind == NodeKind.CompletionSource)
            gates.Close(node);
        else if (IsMethod(row.Kind))
            return IsAwaiting(row) ? Awaited(row) : None;
        else if (TaskOf(node) is { Promise: LinkPromiseLayout or UnwrapPromiseLayout } link && row is { Awaits: >= 0, Wait: < 0 } && !HasToken(node, link))
            return row.Awaits;
        else if (row.Wait >= 0)
            CloseJoin(node, builder.WaitAt(row.Wait), gates);
        else if (IsOrphan(node))
            CloseOrphan(node, gates);
        return None;
    }

    /// <summary>Closes what waits for one other node, when that is seen to resume it.</summary>
    private void CloseWaiters(int[] awaited, Gates gates)
    {
        var isSeen = new bool[awaited.Length];
        for (var i = 0; i < awaited.Length; i++)
        {
            foreach (var waiter in IsPending(i) ? builder.ContinuedBy(i) : [])
            {
                if (awaited[waiter] != i || isSeen[waiter])
                    continue;
                isSeen[waiter] = true;
                gates.Close(waiter, i, needsMeeting: IsMethod(builder[waiter].Kind));
            }
        }
    }

    private void CloseJoin(int node, WaitRow wait, Gates gates)
    {
        var joined = builder.JoinedBy(wait).ToList();
        var isWhole = wait.Kind switch
        {
            WaitKind.WhenAll => wait.Count >= 0 && joined.Count >= wait.Count,
            WaitKind.WhenAny => joined.Count == wait.Total,
            _ => false,
        };
        if (!isWhole || joined.Count == 0)
            return;
        foreach (var one in joined)
        {
            if (wait.Kind == WaitKind.WhenAny || IsPending(one))
                gates.Close(node, one, needsMeeting: false);
        }
    }

    private void CloseOrphan(int node, Gates gates)
    {
        Orphans.Add(builder[node].Address);
        gates.Close(node);
    }

    /// <summary>Gives what a method awaits: a node, or the task of a source that its awaiter keeps instead.</summary>
    private int Awaited(in NodeRow row)
    {
        if (row.Wait < 0)
            return row.Awaits;
        ref readonly var wait = ref builder.WaitAt(row.Wait);
        return row.Awaits < 0 && wait.Kind == WaitKind.Other && owners.TaskOf(wait.Address) is not 0 and var task ? nodes.Find(task) : None;
    }

    private bool IsAwaiting(in NodeRow row) => row.Point >= 0 && builder.PointAt(row.Point).Kind == AwaitPointKind.Awaiting;

    /// <summary>Tells a bare task that no owner is known of: a completion source that was collected, or a task that something with a builder completes.</summary>
    private bool IsOrphan(int node)
    {
        ref readonly var row = ref builder[node];
        return row is { Kind: NodeKind.Promise, Awaits: < 0, Wait: < 0 } && TaskOf(node) is { IsPlain: true }
            && ((TaskFlags)nodes.RootOf(node).Flags & (TaskFlags.PromiseTask | TaskFlags.WaitingForActivation)) == (TaskFlags.PromiseTask | TaskFlags.WaitingForActivation)
            && owners.PlaceOf(row.Address) is null;
    }

    private bool HasToken(int node, TaskObjectLayout layout) => layout.Task.Contingent(store.Roots.BytesOf(nodes.RootOf(node))) != 0;

    private TaskObjectLayout? TaskOf(int node) => store.Roots.TypeOf(nodes.RootOf(node)).Layout as TaskObjectLayout;

    private bool IsPending(int node) => builder[node].State is TaskState.Pending or TaskState.Cancelling;

    private static bool IsMethod(NodeKind kind) => kind is NodeKind.AsyncMethod or NodeKind.PooledValueTask or NodeKind.AsyncVoid or NodeKind.AsyncIterator;
}
