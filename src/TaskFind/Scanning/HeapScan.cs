using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>Reads a target: warms up while it runs, then copies what matters while it stands still.</summary>
internal sealed class HeapScan(Action<string, string> gap, bool values = false)
{
    /// <summary>Bytes of heap walked while the target runs, so that DAC, type table and compiled code are warm at the stop.</summary>
    private const long WarmUpBytes = 64L << 20;
    private TypeTable? _types;

    /// <summary>Fills the type table from a heap that changes under the reader: what it finds is thrown away, but for the types.</summary>
    public void WarmUp(ClrRuntime runtime, IDataReader reader, CancellationToken cancellation)
    {
        _types = new TypeTable(reader);
        var store = new ObjectStore();
        static void Ignore(string what, string why)
        {
        }

        new HeapWalker(reader, _types, store, Ignore).Walk(runtime.Heap, cancellation, WarmUpBytes);
        var delegates = new DelegateMethods();
        delegates.Use(runtime.Heap);
        new ObjectFetcher(reader, _types, store, delegates, Ignore).FetchAll(cancellation);
        new ThreadScan(reader, Ignore).Read(runtime, ThreadJoin.Wanted(store), cancellation);
    }

    /// <summary>Copies tasks, what they refer to, and the threads; a cancellation in the midst leaves what was copied so far.</summary>
    public HeapImage Read(ClrRuntime runtime, IDataReader reader, bool isLive, CancellationToken cancellation, out bool cutShort)
    {
        var types = _types ?? new TypeTable(reader);
        var store = new ObjectStore();
        var delegates = new DelegateMethods();
        delegates.Use(runtime.Heap);
        types.Use(runtime.Heap);
        var walker = new HeapWalker(reader, types, store, gap);
        IReadOnlyList<ThreadCapture> threads = [];
        cutShort = false;
        var now = isLive ? Environment.TickCount64 : (long?)null;
        try
        {
            walker.Walk(runtime.Heap, cancellation);
            var fetcher = new ObjectFetcher(reader, types, store, delegates, gap);
            fetcher.FetchAll(cancellation);
            if (values)
                fetcher.Fetch([.. ResultReader.References(store)], cancellation);
            threads = new ThreadScan(reader, gap).Read(runtime, ThreadJoin.Wanted(store), cancellation);
        }
        catch (OperationCanceledException)
        {
            cutShort = true;
        }

        return new HeapImage(store, threads, delegates, now, walker.Objects);
    }
}
