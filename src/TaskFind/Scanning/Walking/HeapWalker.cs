using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Walking;

/// <summary>Walks the segments of the GC heap, shared out among workers, and keeps what is of interest; its workers stay warm from one walk to the next.</summary>
internal sealed class HeapWalker
{
    private readonly TypeTable _types;
    private readonly SegmentWalker[] _workers;

    public HeapWalker(IMemoryReader reader, TypeTable types, bool values = false, int workers = 0)
    {
        _types = types;
        workers = workers > 0 ? workers : Math.Clamp(Environment.ProcessorCount, 1, Limits.Scan.Workers);
        _workers = new SegmentWalker[workers];
        for (var i = 0; i < workers; i++)
            _workers[i] = new SegmentWalker(reader, types, values);
    }

    /// <summary>Sets who is told of every object and every free space, by address and method table, from several threads.</summary>
    public Action<ulong, ulong>? Observer
    {
        set => Array.ForEach(_workers, w => w.Observer = value);
    }

    /// <summary>Gets how many objects were passed in all walks, free space not counted.</summary>
    public long Objects => _workers.Sum(w => w.Objects);

    /// <summary>Gets how many bytes no object could be told in, of the last walk and where tasks can be: large, pinned and frozen objects are none.</summary>
    public long LostBytes { get; private set; }

    /// <summary>
    /// Gets whether the last walk met a chunk that a stopped thread was just taking: objects of the past lie in it, and those that came before the place where
    /// that was noticed were taken for living ones. A moment later the chunk is a buffer like any other.
    /// </summary>
    public bool MetChunkBeingTaken => Array.Exists(_workers, w => w.MetChunkBeingTaken);

    /// <summary>Walks all segments, or about <paramref name="most"/> bytes of them; what was kept before a cancellation is given too.</summary>
    public RootTable Walk(ClrHeap heap, Action<string, string> gap, CancellationToken cancellation, out bool cancelled, long most = long.MaxValue)
    {
        _types.Use(heap);
        Array.ForEach(_workers, w => w.Reset());
        var contexts = AllocationContexts.Of(heap);
        var ranges = Ranges(heap, most);
        var kept = new KeptRange?[ranges.Count];
        var failures = new ConcurrentQueue<Exception>();
        var next = -1;
        void Work(SegmentWalker worker)
        {
            var copies = new ByteChunks();
            try
            {
                for (var i = Interlocked.Increment(ref next); i < ranges.Count && !cancellation.IsCancellationRequested; i = Interlocked.Increment(ref next))
                    kept[i] = worker.Walk(ranges[i], contexts, copies, cancellation);
            }
            catch (Exception e)
            {
                failures.Enqueue(e);
            }
        }

        var helpers = _workers.Skip(1).Take(ranges.Count - 1).Select(w => new Thread(() => Work(w)) { IsBackground = true, Name = "taskfind walk" }).ToList();
        helpers.ForEach(t => t.Start());
        Work(_workers[0]);
        helpers.ForEach(t => t.Join());
        cancelled = cancellation.IsCancellationRequested;
        if (failures.TryDequeue(out var bug))
            ExceptionDispatchInfo.Throw(bug);
        foreach (var (what, why) in _workers.SelectMany(w => w.Gaps.All))
            gap(what, why);

        // A large object is half made for a while, which hides those behind it: that is no loss.
        LostBytes = ranges.Select((r, i) => r.HasTasks ? kept[i]?.LostBytes ?? 0 : 0).Sum();
        return new RootTable(_types, kept);
    }

    private static List<HeapRange> Ranges(ClrHeap heap, long most)
    {
        var ranges = new List<HeapRange>();
        foreach (var segment in heap.Segments.OrderBy(s => s.Start))
        {
            if (segment.ObjectRange is { Length: > 0 } range && most > 0)
            {
                ranges.Add(new HeapRange(range.Start, range.End, segment.Kind));
                most -= (long)range.Length;
            }
        }

        return ranges;
    }
}
