using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Rendering;
using TaskFind.Scanning;
using TaskFind.Scanning.Code;
using TaskFind.Scanning.Holding;
using TaskFind.Scanning.Walking;
using TaskFind.Targets;

namespace TaskFind.Bench.Compare;

/// <summary>One look at a dump, phase by phase: where its time and memory go.</summary>
internal static class Phases
{
    public static void Run(string dump, int rounds, string? method)
    {
        for (var i = 0; i < rounds; i++)
            TargetThread.Run(() => RunHere(dump, method));
    }

    private static bool RunHere(string dump, string? method)
    {
        using var session = Measure("open", () => TargetSession.Open(TargetSpec.Parse(dump), new TargetOptions { TrustDac = true }, CancellationToken.None));
        using var stop = Measure("stop", () => session.StopWalkable(TargetSession.DefaultTries, CancellationToken.None));
        var builder = new TaskGraphBuilder { Target = session.Info };
        var (reader, delegates) = (stop.Reader, new DelegateMethods());
        using var code = new CodeCatalogue(builder, reader, new CodeSources { Roots = [""], Symbols = new SymbolFolders([]) });
        var types = new TypeTable(reader, new HolderTypes(code));
        delegates.Use(stop.Runtime.Heap);
        var roots = Measure("walk", () => new HeapWalker(reader, types).Walk(stop.Runtime.Heap, builder.AddGap, CancellationToken.None, out _));
        var store = new ObjectStore(roots);
        var selection = Measure("select", () => method is null ? null : new Selection(store.Roots, new Interest(method)));
        Measure("fetch", () => Fetch(reader, types, store, selection, delegates, builder));
        Measure("monitors", () => MonitorScan.Read(stop.Runtime.Heap, builder.AddGap));
        Measure("held", () => new HoldScan(stop.Runtime.Heap, types, store, builder.AddGap).Read(CancellationToken.None));
        var threads = Measure("threads", () => new ThreadScan(reader, builder.AddGap).Read(stop.Runtime, ThreadJoin.Wanted(store, selection, []), CancellationToken.None));
        var image = new HeapImage(store, threads, delegates, null, 0, 0) { Statics = [], Monitors = [], Selection = selection };
        Measure("assemble", () => Assemble(builder, image, code));
        var graph = Measure("build", builder.Build);
        Measure("json", () => Write(graph));
        return true;
    }

    private static int Fetch(IDataReader reader, TypeTable types, ObjectStore store, Selection? selection, DelegateMethods delegates, TaskGraphBuilder builder)
    {
        new ObjectFetcher(reader, types, store, delegates, builder.AddGap).FetchAll(selection, CancellationToken.None);
        return store.FollowedCount;
    }

    private static int Assemble(TaskGraphBuilder builder, HeapImage image, CodeCatalogue code)
    {
        new GraphAssembler(builder, image, code).Assemble();
        return builder.Count;
    }

    private static int Write(TaskGraph graph)
    {
        JsonReport.Write(Stream.Null, graph, graph.Nodes.ToList(), new JsonReportOptions { Tool = "bench" });
        return graph.Count;
    }

    private static T Measure<T>(string name, Func<T> work)
    {
        using var cost = Cost.Begin(name);
        var allocated = GC.GetTotalAllocatedBytes();
        var (collections, pause) = (GC.CollectionCount(2), GC.GetTotalPauseDuration());
        var result = work();
        cost.Note("full_gcs", GC.CollectionCount(2) - collections);
        cost.Note("gc_ms", (long)(GC.GetTotalPauseDuration() - pause).TotalMilliseconds);
        cost.Note("allocated_mb", (GC.GetTotalAllocatedBytes() - allocated) >> 20);
        cost.Note("live_mb", GC.GetTotalMemory(true) >> 20);
        if (result is int count)
            cost.Note("count", count);
        return result;
    }
}
