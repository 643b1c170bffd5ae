using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Tells what threads are blocked on and what they hold: tasks, semaphores, locks, monitors, and events by name.</summary>
internal sealed class BlockedThreads(TaskGraphBuilder builder, WaitContext context, ThreadJoin threads, IReadOnlyList<MonitorCapture> monitors, CodeCatalogue code)
{
    private readonly Dictionary<ulong, MonitorCapture> _monitors = monitors.GroupBy(m => m.Object).ToDictionary(g => g.Key, g => g.First());
    private readonly Dictionary<ulong, int> _threadOf = threads.Threads.GroupBy(t => t.Address).ToDictionary(g => g.Key, g => g.First().ManagedId);
    private readonly Dictionary<int, int> _threadOfSystem = threads.Threads.GroupBy(t => t.OSId).ToDictionary(g => g.Key, g => g.First().ManagedId);
    private readonly Dictionary<ulong, List<int>> _tasks = [];

    /// <summary>Notes that a thread waits on an event of a node's task.</summary>
    public void Note(int node, ulong waitEvent)
    {
        if (!_tasks.TryGetValue(waitEvent, out var nodes))
            _tasks.Add(waitEvent, nodes = []);
        nodes.Add(node);
    }

    /// <summary>Writes into a thread's row what it is blocked on and what it holds.</summary>
    public ThreadRow Describe(ThreadCapture thread, ThreadRow row)
    {
        row = row with { Holds = Holds(thread) };
        foreach (var held in thread.Held)
        {
            if (_tasks.TryGetValue(held, out var nodes))
                return nodes is [var only] ? row with { Awaits = only } : row with { Wait = WaitAll(nodes) };
        }

        // Addresses found on a stack that cannot be walked may be left over: they do not tell in which call the thread stands.
        if (!thread.IsWalked)
            return row;
        var calls = Calls(thread);
        return row with { Wait = Semaphore(thread, calls) ?? Lock(thread, calls) ?? Monitor(thread, calls) ?? Event(calls) ?? -1 };
    }

    private int WaitAll(List<int> nodes) =>
        context.Resource(WaitKind.Event, 0, "Task.WaitAll", [WaitFact.Of("left", nodes.Count)], nodes.ToArray());

    private int? Semaphore(ThreadCapture thread, List<TaskMethod> calls)
    {
        if (!calls.Exists(c => Is(c, "SemaphoreSlim", "Wait")))
            return null;
        foreach (var held in thread.Held)
        {
            if (context.Store.TryGet<SemaphoreLayout>(held, out var o, out var layout))
                return builder.Add(new WaitRow { Kind = WaitKind.Semaphore, Address = held, Owner = held, Count = layout.Count(o), Total = layout.Threads(o) }, [.. context.Holders.FactsOf(held)]);
        }

        return null;
    }

    private int? Lock(ThreadCapture thread, List<TaskMethod> calls)
    {
        if (!calls.Exists(c => Is(c, "Lock", "Enter") || Is(c, "Lock", "TryEnter")))
            return null;
        foreach (var held in thread.Held)
        {
            if (context.Store.TryGet<LockLayout>(held, out var o, out var layout) && layout.Owner(o) != thread.OSId)
                return LockWait(o, layout);
        }

        return null;
    }

    /// <summary>
    /// Finds the monitor. Rule: the innermost contended one on the stack that another thread holds, while the thread is about to enter one or its
    /// innermost method is the program's own (the runtime enters without a frame). Wrongly yes: a thread that runs, with such an object at hand.
    /// Wrongly no: a monitor whose object has left stack and registers.
    /// </summary>
    private int? Monitor(ThreadCapture thread, List<TaskMethod> calls)
    {
        if (calls.Count > 0 && !calls.Exists(c => Is(c, "Monitor", "Enter") || Is(c, "Monitor", "ReliableEnter") || Is(c, "Monitor", "TryEnter")))
            return null;
        foreach (var held in thread.Held)
        {
            if (_monitors.TryGetValue(held, out var monitor) && monitor.Owner != thread.Address && monitor.Waiting > 0)
                return MonitorWait(monitor);
        }

        return null;
    }

    /// <summary>Names the framework's method in which a thread of the program stands still.</summary>
    private int? Event(List<TaskMethod> calls)
    {
        // The outermost says most: a Barrier waits on an event that waits on a monitor.
        for (var i = calls.Count - 1; i >= 0; i--)
        {
            if (BlockingCalls.Contains(calls[i]))
                return context.Resource(WaitKind.Event, 0, $"{calls[i].Type}.{calls[i].Name}", []);
        }

        return null;
    }

    private List<int> Holds(ThreadCapture thread)
    {
        var holds = new List<int>();
        foreach (var monitor in monitors)
        {
            if (monitor.Owner == thread.Address)
                holds.Add(MonitorWait(monitor));
        }

        foreach (var address in threads.HeldLocks(thread.OSId))
        {
            if (context.Store.TryGet<LockLayout>(address, out var o, out var layout))
                holds.Add(LockWait(o, layout));
        }

        return holds;
    }

    private int MonitorWait(MonitorCapture monitor)
    {
        var facts = new List<WaitFact>();
        if (context.Store.TryGet(monitor.Object, out var o))
            facts.Add(WaitFact.Name("object", o.Type.DisplayName));
        if (_threadOf.TryGetValue(monitor.Owner, out var owner))
            facts.Add(WaitFact.Of("owner", owner));
        facts.Add(WaitFact.Of("waiting", monitor.Waiting));
        return context.Resource(WaitKind.Monitor, monitor.Object, "Monitor", facts.ToArray());
    }

    private int LockWait(in ObjectBytes o, LockLayout layout)
    {
        var facts = new List<WaitFact>();
        if (_threadOfSystem.TryGetValue(layout.Owner(o), out var owner))
            facts.Add(WaitFact.Of("owner", owner));
        facts.Add(WaitFact.Of("waiting", layout.Waiting(o)));
        return context.Resource(WaitKind.Lock, o.Address, "Lock", facts.ToArray());
    }

    /// <summary>Gives the framework's methods that the innermost method of the program has called; none when there is no such method.</summary>
    private List<TaskMethod> Calls(ThreadCapture thread)
    {
        var calls = new List<TaskMethod>();
        foreach (var frame in thread.Frames.Take(Limits.Scan.CallFrames))
        {
            if (MethodKey.Of(frame.Method) is not { } key)
                continue;
            if (!FrameworkModules.Contains(key.Module.Name ?? ""))
                return calls;
            if (code.Method(key) is >= 0 and var index)
                calls.Add(builder.MethodAt(index));
        }

        if (thread.Frames.Count > Limits.Scan.CallFrames)
            builder.AddGap("what a thread is blocked on", $"its innermost {Limits.Scan.CallFrames} frames are all the framework's");
        return [];
    }

    private static bool Is(TaskMethod method, string type, string start) => method.Type == type && method.Name.StartsWith(start, StringComparison.Ordinal);
}
