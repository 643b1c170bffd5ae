using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>Asks whether the tables of a capture fit together: whoever walks the graph later relies on every index.</summary>
internal static class CaptureCheck
{
    private const long EndOfTime = long.MaxValue / TimeSpan.TicksPerMillisecond;

    /// <summary>Throws <see cref="CaptureException"/> for tables that no look can have made.</summary>
    public static void Check(CaptureTables tables)
    {
        for (var i = 0; i < tables.Extras.Count; i++)
            Extra(tables, tables.Extras[i]);
        for (var i = 0; i < tables.Edges.Count; i++)
            Within(tables.Edges[i], tables.Nodes.Count, isOptional: false);
        Waits(tables);
        for (var i = 0; i < tables.Facts.Count; i++)
            Fact(tables, tables.Facts[i]);
        for (var i = 0; i < tables.Continuations.Count; i++)
            Continuation(tables, tables.Continuations[i]);
        Nodes(tables);
        for (var i = 0; i < tables.Requests.Count; i++)
            Request(tables, tables.Requests[i]);
        for (var i = 0; i < tables.Threads.Count; i++)
            Thread(tables, tables.Threads[i]);
        Joins(tables);
        if (tables.Head.Count > 0 && (tables.Head[0].Strings < 0 || tables.Head[0].Methods < 0 || tables.Head[0].Points < 0))
            throw new CaptureException("a count in it is below zero");
    }

    // Each list of continuations belongs to one node, and each range of joined tasks or facts to one wait: lists that overlap would make a small file a long walk.
    private static void Nodes(CaptureTables tables)
    {
        var lists = new HashSet<int>();
        for (var i = 0; i < tables.Nodes.Count; i++)
        {
            ref readonly var node = ref tables.Nodes[i];
            Within(node.Type, Own(tables).Strings);
            Within(node.Method, Own(tables).Methods);
            Within(node.Point, Own(tables).Points);
            Within(node.Awaits, tables.Nodes.Count);
            Within(node.Wait, tables.Waits.Count);
            Within(node.Extra, tables.Extras.Count);
            if (node.Continuations >= NodeRow.NoContinuation)
                Within(node.Continuations, tables.Nodes.Count);
            else
                List(tables, NodeRow.NoContinuation - 1 - node.Continuations, lists);
            if (node.Status > (byte)TaskStatus.Faulted)
                throw new CaptureException("a status in it is none");
        }
    }

    // Several may refer to one wait, and each that does is a walk over what it joins.
    private static void Joins(CaptureTables tables)
    {
        var joined = 0L;
        for (var i = 0; i < tables.Nodes.Count; i++)
            joined += Length(tables, tables.Nodes[i].Wait);
        for (var i = 0; i < tables.Threads.Count; i++)
            joined += Length(tables, tables.Threads[i].Wait) + tables.Threads[i].Holds.Sum(h => Length(tables, h));
        if (joined > Limits.Capture.Joined)
            throw new CaptureException("its tasks wait for more than there is");
    }

    private static long Length(CaptureTables tables, int wait) => wait < 0 ? 0 : tables.Waits[wait].NodeCount + (long)tables.Waits[wait].FactCount;

    private static void List(CaptureTables tables, int first, HashSet<int> lists)
    {
        Within(first, tables.Continuations.Count, isOptional: false);
        if (!lists.Add(first) || (first > 0 && !tables.Continuations[first - 1].IsLast) || !tables.Continuations[tables.Continuations.Count - 1].IsLast)
            throw new CaptureException("a list in it belongs to several");
    }

    private static void Waits(CaptureTables tables)
    {
        var (nodes, facts) = (0L, 0L);
        for (var i = 0; i < tables.Waits.Count; i++)
        {
            ref readonly var wait = ref tables.Waits[i];
            Within(wait.Type, Own(tables).Strings);
            Range(wait.FirstNode, wait.NodeCount, tables.Edges.Count);
            Range(wait.FirstFact, wait.FactCount, tables.Facts.Count);
            (nodes, facts) = (nodes + wait.NodeCount, facts + wait.FactCount);
            if (wait.Kind == WaitKind.Delay)
            {
                Time(wait.Left);
                Time(wait.Of);
            }
        }

        if (nodes > tables.Edges.Count || facts > tables.Facts.Count)
            throw new CaptureException("a list in it belongs to several");
    }

    private static void Extra(CaptureTables tables, in NodeExtra extra)
    {
        Within(extra.Name, Own(tables).Strings);
        Within(extra.Result, Own(tables).Strings);
        Within(extra.Exception, tables.Exceptions.Count);
        Within(extra.Context, tables.Contexts.Count);
        Within(extra.Variables, tables.MethodVariables.Count);
    }

    private static void Fact(CaptureTables tables, in FactRow fact)
    {
        Within(fact.Key, Own(tables).Strings);
        Within(fact.Words, Own(tables).Strings, isOptional: fact.Kind is not (WaitFactKind.Name or WaitFactKind.Text or WaitFactKind.Label));
    }

    private static void Continuation(CaptureTables tables, in ContinuationRow row)
    {
        Within(row.Via, Own(tables).Strings);
        if (row.Kind == ContinuationKind.Node)
            Within(row.Target, tables.Nodes.Count, isOptional: false);
        else if (row.Kind == ContinuationKind.Delegate)
            Within(row.Target, Own(tables).Methods);
        else if (row.Kind == ContinuationKind.Other)
            Within(row.Target, Own(tables).Strings);
    }

    private static void Request(CaptureTables tables, in RequestRow request)
    {
        Within(request.Node, tables.Nodes.Count, isOptional: false);
        Within(request.Method, Own(tables).Strings);
        Within(request.Path, Own(tables).Strings);
        Within(request.Route, Own(tables).Strings);
        Time(request.Age);
    }

    private static void Thread(CaptureTables tables, ThreadRow thread)
    {
        Within(thread.Awaits, tables.Nodes.Count);
        Within(thread.Runs, tables.Nodes.Count);
        Within(thread.Wait, tables.Waits.Count);
        foreach (var hold in thread.Holds)
            Within(hold, tables.Waits.Count, isOptional: false);
    }

    private static CaptureHead Own(CaptureTables tables) => tables.Head.Count > 0 ? tables.Head[0] : throw new CaptureException("its head is missing");

    private static void Time(long milliseconds)
    {
        if (milliseconds is not (WaitRow.NoTime or (>= -EndOfTime and <= EndOfTime)))
            throw new CaptureException("a time in it is none");
    }

    private static void Range(int first, int count, int length)
    {
        if (count < 0 || (count > 0 && (first < 0 || first > length - count)))
            throw new CaptureException("an index in it leads nowhere");
    }

    private static void Within(int index, int count, bool isOptional = true)
    {
        if (index >= count || index < (isOptional ? -1 : 0))
            throw new CaptureException("an index in it leads nowhere");
    }
}
