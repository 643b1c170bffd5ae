using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Contexts;
using TaskFind.Scanning.Holding;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Variables;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Reads a target: warms up while it runs, then copies what matters while it stands still.</summary>
/// <param name="gap">Is told what could not be read.</param>
/// <param name="code">Names the program's methods.</param>
/// <param name="values">Whether results and variables are wanted.</param>
/// <param name="interest">What the look is for; null when all tasks are to be described.</param>
/// <param name="contexts">Whether execution contexts are wanted.</param>
/// <param name="mostStatics">How many static fields are looked at.</param>
internal sealed class HeapScan(
    Action<string, string> gap, CodeCatalogue code, bool values = false, Interest? interest = null, bool contexts = false, int mostStatics = Limits.Scan.StaticSlots)
{
    /// <summary>Bytes of heap walked while the target runs, so that DAC, type table and compiled code are warm at the stop.</summary>
    private const long WarmUpBytes = 64L << 20;
    private readonly HolderTypes _holders = new(code, contexts) { MostStatics = mostStatics };
    private TypeTable? _types;
    private HeapWalker? _walker;
    private IReadOnlyList<StaticSlot>? _statics, _localStatics;

    /// <summary>Fills the type table from a heap that changes under the reader: what it finds is thrown away, but for the types.</summary>
    /// <remarks>The DAC is asked about types and modules only: a stack or object that moves under it would lead it astray, and our process into SIGSEGV.</remarks>
    public void WarmUp(ClrRuntime runtime, IDataReader reader, CancellationToken cancellation)
    {
        static void Ignore(string what, string why)
        {
        }

        _types = new TypeTable(reader, _holders);
        _walker = new HeapWalker(reader, _types, values);
        ObjectStore? store = new(_walker.Walk(runtime.Heap, Ignore, cancellation, out _, WarmUpBytes));
        _statics = Statics(runtime, _types);
        _localStatics = LocalStatics(runtime, _types);
        var (selection, fetcher) = (Select(store), new ObjectFetcher(reader, _types, store, new DelegateMethods(), Ignore));
        fetcher.FetchAll(selection, cancellation);
        if (values)
            new VariableScan(reader, _types, store, fetcher, Ignore).Read(selection, cancellation);
        if (contexts)
            new ContextScan(store, fetcher, Ignore).Read(selection, cancellation);

        // What was copied for practice is as much as the look itself will need, and should not be collected while the target waits.
        store = null;
        GC.Collect();
    }

    /// <summary>Copies tasks, what they refer to, and the threads; a cancellation in the midst leaves what was copied so far. Null when a look a moment later will see the heap in order.</summary>
    /// <param name="runtime">The runtime of the target as it stands.</param>
    /// <param name="reader">Its memory.</param>
    /// <param name="way">How its heap is gone through.</param>
    /// <param name="isLive">Whether the target goes on after that.</param>
    /// <param name="mayRepeat">Whether there can be another look.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="cutShort">Whether it was ended.</param>
    public HeapImage? Read(ClrRuntime runtime, IDataReader reader, HeapWay way, bool isLive, bool mayRepeat, CancellationToken cancellation, out bool cutShort)
    {
        _types ??= new TypeTable(reader, _holders);
        _walker ??= new HeapWalker(reader, _types, values);
        var delegates = new DelegateMethods();
        delegates.Use(runtime.Heap);
        var now = isLive ? new Clock(Environment.TickCount64, IsFloor: false) : (Clock?)null;
        var gaps = new List<(string What, string Why)>();
        var store = new ObjectStore(GoThrough(runtime.Heap, reader, way, (what, why) => gaps.Add((what, why)), cancellation, out var objects, out cutShort), gap);
        if (mayRepeat && !cutShort && _walker.MetChunkBeingTaken)
            return null;
        if (_walker.MetChunkBeingTaken)
            gap("the youngest objects", "a thread was just taking memory: a few that are gone may be shown");
        gaps.ForEach(g => gap(g.What, g.Why));
        Selection? selection = null;
        VariableCopies? variables = null;
        IReadOnlyList<ThreadCapture> threads = [];
        IReadOnlyList<MonitorCapture> monitors = [];
        IReadOnlyDictionary<ulong, ulong> held = new Dictionary<ulong, ulong>();
        try
        {
            selection = Select(store);
            var fetcher = new ObjectFetcher(reader, _types, store, delegates, gap);
            fetcher.FetchAll(selection, cancellation);
            if (values)
            {
                fetcher.Fetch([.. ResultReader.References(store)], cancellation);
                variables = new VariableScan(reader, _types, store, fetcher, gap).Read(selection, cancellation);
            }

            if (contexts)
                new ContextScan(store, fetcher, gap).Read(selection, cancellation);
            monitors = MonitorScan.Read(runtime.Heap, gap);
            fetcher.Fetch(monitors.Select(m => m.Object), cancellation);
            held = new HoldScan(runtime.Heap, _types, store, gap).Read(cancellation);
            fetcher.Fetch(held.Keys, cancellation);
            threads = new ThreadScan(reader, gap).Read(runtime, ThreadJoin.Wanted(store, selection, monitors), cancellation);
            now ??= DumpClock.Of(runtime, store, gap);
        }
        catch (OperationCanceledException)
        {
            cutShort = true;
        }

        return new HeapImage(store, threads, delegates, now, objects, _walker.LostBytes)
        {
            Selection = selection,
            Variables = variables,
            Statics = cutShort ? [] : ReadStatics(runtime, _types, reader),
            LocalHolders = !contexts ? null : cutShort ? new LocalHolders() : ReadLocalStatics(runtime, _types, reader),
            Monitors = monitors,
            Held = held,
        };
    }

    private RootTable GoThrough(ClrHeap heap, IDataReader reader, HeapWay way, Action<string, string> gap, CancellationToken cancellation, out long objects, out bool cutShort)
    {
        if (way == HeapWay.Search)
        {
            var search = new TableScan(reader, _types!, values);
            var found = search.Scan(heap, gap, cancellation);
            (objects, cutShort) = (search.Objects, cancellation.IsCancellationRequested);
            return found;
        }

        var before = _walker!.Objects;
        var roots = _walker.Walk(heap, gap, cancellation, out cutShort);
        objects = _walker.Objects - before;
        return roots;
    }

    private Selection? Select(ObjectStore store) => interest is null ? null : new Selection(store.Roots, interest);

    /// <summary>Finds the static fields that may hold something waited for.</summary>
    private IReadOnlyList<StaticSlot> Statics(ClrRuntime runtime, TypeTable types)
    {
        var slots = _holders.Statics(runtime, types, out var isWhole);
        if (!isWhole)
            gap("the static fields that hold what is waited for", $"only the first {mostStatics} are looked at");
        return slots;
    }

    /// <summary>Finds the static fields that hold AsyncLocals, when these are wanted.</summary>
    private IReadOnlyList<StaticSlot> LocalStatics(ClrRuntime runtime, TypeTable types)
    {
        if (!contexts)
            return [];
        var slots = _holders.LocalStatics(runtime, types, out var isWhole);
        if (!isWhole)
            gap("the static fields that hold AsyncLocals", $"only the first {mostStatics} are looked at");
        return slots;
    }

    /// <summary>Reads the static fields that may hold something waited for.</summary>
    private List<(HolderField Field, ulong Value)> ReadStatics(ClrRuntime runtime, TypeTable types, IDataReader reader)
    {
        var values = new List<(HolderField Field, ulong Value)>();
        foreach (var slot in _statics ?? Statics(runtime, types))
        {
            if (Value(slot, runtime, types, reader) is not 0 and var value)
                values.Add((slot.Field, value));
        }

        return values;
    }

    /// <summary>Reads the static fields that hold AsyncLocals.</summary>
    private LocalHolders ReadLocalStatics(ClrRuntime runtime, TypeTable types, IDataReader reader)
    {
        var holders = new LocalHolders();
        foreach (var slot in _localStatics ?? LocalStatics(runtime, types))
        {
            if (Value(slot, runtime, types, reader) is not 0 and var value)
                holders.Note(value, slot.Field, types.Find(slot.Type)?.Name == ActivityLayout.TypeName);
        }

        return holders;
    }

    /// <summary>Reads a static field; one that had no place at the warm-up is asked for its place again.</summary>
    private static ulong Value(StaticSlot slot, ClrRuntime runtime, TypeTable types, IDataReader reader) =>
        HolderTypes.Place(runtime, types, slot).Address is not 0 and var place && reader.ReadPointer(place, out var value) ? value : 0;
}
