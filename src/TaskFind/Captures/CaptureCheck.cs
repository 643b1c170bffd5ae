using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>Checks that every index of a loaded graph leads somewhere and every word is one that is known, so that nothing that works on it has to ask.</summary>
internal static class CaptureCheck
{
    /// <summary>Throws <see cref="InvalidDataException"/> for the first thing that is wrong.</summary>
    public static void Check(TaskGraphData g)
    {
        Each(g.Nodes, (ref NodeRow n) => Optional(n.Type, g.Strings.Length) && Optional(n.Method, g.Methods.Length) && Optional(n.Point, g.Points.Length) && Optional(n.Awaits, g.Nodes.Count)
            && Optional(n.Wait, g.Waits.Count) && Optional(n.Extra, g.Extras.Count) && IsContinuation(n.Continuations, g)
            && Enum.IsDefined(n.Kind) && Enum.IsDefined(n.State) && Enum.IsDefined((TaskStatus)n.Status));
        Each(g.Extras, (ref NodeExtra e) => Optional(e.Name, g.Strings.Length) && Optional(e.Exception, g.Exceptions.Length) && Optional(e.Result, g.Strings.Length) && Optional(e.Context, g.Contexts.Length));
        Each(g.Waits, (ref WaitRow w) => Enum.IsDefined(w.Kind) && w.Kind != WaitKind.Task && Optional(w.Type, g.Strings.Length) && Range(w.FirstNode, w.NodeCount, g.Edges.Count) && Range(w.FirstFact, w.FactCount, g.Facts.Count)
            && IsTime(w.Left) && (w.Kind is WaitKind.Semaphore or WaitKind.Channel || IsTime(w.Of)));
        Each(g.Facts, (ref FactRow f) => Enum.IsDefined(f.Kind) && Optional(f.Key, g.Strings.Length) && Optional(f.Words, g.Strings.Length));
        Each(g.Continuations, (ref ContinuationRow c) => Enum.IsDefined(c.Kind) && Optional(c.Via, g.Strings.Length) && IsTarget(c, g));
        Each(g.Edges, (ref int e) => Index(e, g.Nodes.Count));
        Each(g.Requests, (ref RequestRow r) => Index(r.Node, g.Nodes.Count) && Optional(r.Method, g.Strings.Length) && Optional(r.Path, g.Strings.Length) && Optional(r.Route, g.Strings.Length) && IsTime(r.Age));
        Demand(g.Continuations.Count == 0 || g.Continuations[g.Continuations.Count - 1].IsLast);
        Demand(g.Threads.All(t => Optional(t.Awaits, g.Nodes.Count) && Optional(t.Wait, g.Waits.Count) && Optional(t.Runs, g.Nodes.Count) && t.Holds.All(h => Index(h, g.Waits.Count)) && t.Frames.All(f => IsPoint(f.Point))));
        Demand(g.Points.All(IsPoint) && g.RunningMethods.All(r => IsPoint(r.Point)));
        Demand(Enum.IsDefined(g.Target.Kind) && g.Contexts.SelectMany(c => c.Locals).All(l => Enum.IsDefined(l.Value.Kind)) && g.LoadedMethods?.All(m => Enum.IsDefined(m.Shape)) != false);
    }

    private delegate bool Test<T>(ref T row);

    private static void Each<T>(Rows<T> rows, Test<T> test)
        where T : struct
    {
        for (var i = 0; i < rows.Count; i++)
            Demand(test(ref rows[i]));
    }

    private static bool IsPoint(AwaitPoint point) => Enum.IsDefined(point.Kind);

    // What a TimeSpan holds.
    private static bool IsTime(long milliseconds) => milliseconds == WaitRow.NoTime || Math.Abs(milliseconds) < long.MaxValue / TimeSpan.TicksPerMillisecond;

    private static bool IsContinuation(int continuations, TaskGraphData g) =>
        continuations == NodeRow.NoContinuation || (continuations >= 0 ? continuations < g.Nodes.Count : Index(NodeRow.NoContinuation - 1 - continuations, g.Continuations.Count));

    private static bool IsTarget(in ContinuationRow row, TaskGraphData g) => row.Kind switch
    {
        ContinuationKind.Node => Index(row.Target, g.Nodes.Count),
        ContinuationKind.Delegate => Optional(row.Target, g.Methods.Length),
        ContinuationKind.Other => Optional(row.Target, g.Strings.Length),
        _ => true,
    };

    private static bool Range(int first, int count, int of) => count == 0 || (first >= 0 && count > 0 && count <= of - first);

    private static bool Index(int index, int count) => (uint)index < (uint)count;

    private static bool Optional(int index, int count) => index == -1 || Index(index, count);

    private static void Demand(bool isRight)
    {
        if (!isRight)
            throw CaptureDecoder.Damaged();
    }
}
