using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Targets;

namespace TaskFind.Scanning;

/// <summary>What a promise's layout may ask to describe its wait: other copied objects, nodes, reverse edges and the clock.</summary>
internal sealed class WaitContext(
    TaskGraphBuilder builder, ObjectStore store, NodeIndex nodes, ReverseEdges reverse, WaitOwners owners, long? nowTicks, SocketTable? sockets)
{
    private const int MostTimerHops = 4;

    public TaskGraphBuilder Builder => builder;

    public WaitOwners Owners => owners;

    /// <summary>Gets the target's tick count at the stop; null for a dump.</summary>
    public long? NowTicks => nowTicks;

    public ObjectStore Store => store;

    /// <summary>Gets what the kernel says of the sockets of a live target; null for a dump.</summary>
    public SocketTable? Sockets => sockets;

    /// <summary>Gives the milliseconds left (null without a sure clock, as in a dump) and in all of a timer; null when it is not armed.</summary>
    public (long? Left, long Of)? Timer(ulong timer)
    {
        for (var hops = 0; hops < MostTimerHops; hops++)
        {
            if (store.TryGet<TimerLayout>(timer, out var o, out var layout))
                return layout.IsArmed(o) ? (nowTicks is { } now ? layout.DueAt(o) - now : null, layout.Of(o)) : null;
            if (!store.TryGet<TimerHandleLayout>(timer, out o, out var handle))
                return null;
            timer = handle.Timer(o);
        }

        return null;
    }

    /// <summary>Gives the nodes whose completion a promise waits for, found from their side.</summary>
    public ReadOnlySpan<int> ContinuedBy(ulong promise) => reverse.Into(nodes.Find(promise));

    /// <summary>Gives the nodes of an array or list of tasks, and how many entries it has.</summary>
    public int[] Tasks(ulong collection, out int total)
    {
        total = int.MaxValue;
        if (store.TryGet<ListLayout>(collection, out var list, out var layout))
        {
            total = layout.Count(list);
            collection = layout.Items(list);
        }

        if (!store.TryGet<ArrayLayout>(collection, out var array, out _))
        {
            total = -1;
            return [];
        }

        total = Math.Min(total, ArrayLayout.Count(array));
        var read = Math.Min(total, ArrayLayout.Length(array));
        if (read < total)
            builder.AddGap("tasks that another waits for", $"only the first {read} were read");
        var found = new List<int>();
        for (var i = 0; i < read; i++)
        {
            if (nodes.Find(ArrayLayout.Element(array, i)) is >= 0 and var node)
                found.Add(node);
        }

        return [.. found];
    }

    /// <summary>Gives the nodes of some addresses, and how many of those are not null.</summary>
    public int[] Nodes(ReadOnlySpan<ulong> addresses, out int total)
    {
        total = 0;
        var found = new List<int>();
        foreach (var address in addresses)
        {
            total += address == 0 ? 0 : 1;
            if (nodes.Find(address) is >= 0 and var node)
                found.Add(node);
        }

        return [.. found];
    }

    /// <summary>Keeps the nodes that are not done.</summary>
    public int[] Pending(int[] all) => Array.FindAll(all, n => builder[n].State is TaskState.Pending or TaskState.Cancelling);

    /// <summary>Makes a node wait for an object: another node, something that describes itself, or something known by its type.</summary>
    public void Await(ulong awaited, ref NodeRow node)
    {
        if (nodes.Find(awaited) is >= 0 and var target)
            node.Awaits = target;
        else if (store.TryGet<IPromiseLayout>(awaited, out var o, out var promise))
            promise.Describe(o, this, ref node);
        else if (store.TryGet(awaited, out o))
            node.Wait = builder.Add(new WaitRow { Kind = WaitKind.Other, Address = awaited, Type = builder.Intern(o.Type.DisplayName) });
    }
}
