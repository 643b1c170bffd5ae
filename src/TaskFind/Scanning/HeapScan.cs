using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Reads a target: warms up while it runs, then copies what matters while it stands still.</summary>
internal sealed class HeapScan(Action<string, string> gap, bool values = false)
{
    /// <summary>Bytes of heap walked while the target runs, so that DAC, type table and compiled code are warm at the stop.</summary>
    private const long WarmUpBytes = 64L << 20;
    private TypeTable? _types;
    private HeapWalker? _walker;

    /// <summary>Fills the type table from a heap that changes under the reader: what it finds is thrown away, but for the types.</summary>
    public void WarmUp(ClrRuntime runtime, IDataReader reader, CancellationToken cancellation)
    {
        static void Ignore(string what, string why)
        {
        }

        _types = new TypeTable(reader);
        _walker = new HeapWalker(reader, _types, values);
        var store = new ObjectStore(_walker.Walk(runtime.Heap, Ignore, cancellation, out _, WarmUpBytes));
        var delegates = new DelegateMethods();
        delegates.Use(runtime.Heap);
        new ObjectFetcher(reader, _types, store, delegates, Ignore).FetchAll(cancellation);
        new ThreadScan(reader, Ignore).Read(runtime, ThreadJoin.Wanted(store), cancellation);
    }

    /// <summary>Copies tasks, what they refer to, and the threads; a cancellation in the midst leaves what was copied so far.</summary>
    public HeapImage Read(ClrRuntime runtime, IDataReader reader, bool isLive, CancellationToken cancellation, out bool cutShort)
    {
        _types ??= new TypeTable(reader);
        _walker ??= new HeapWalker(reader, _types, values);
        var delegates = new DelegateMethods();
        delegates.Use(runtime.Heap);
        var before = _walker.Objects;
        var now = isLive ? Environment.TickCount64 : (long?)null;
        var store = new ObjectStore(_walker.Walk(runtime.Heap, gap, cancellation, out cutShort));
        IReadOnlyList<ThreadCapture> threads = [];
        try
        {
            var fetcher = new ObjectFetcher(reader, _types, store, delegates, gap);
            fetcher.FetchAll(cancellation);
            if (values)
                fetcher.Fetch([.. ResultReader.References(store)], cancellation);
            threads = new ThreadScan(reader, gap).Read(runtime, ThreadJoin.Wanted(store), cancellation);
        }
        catch (OperationCanceledException)
        {
            cutShort = true;
        }

        return new HeapImage(store, threads, delegates, now, _walker.Objects - before, _walker.LostBytes);
    }
}
