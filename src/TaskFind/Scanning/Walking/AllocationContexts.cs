using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Walking;

/// <summary>The unused rest of each thread's allocation buffer, which holds no objects and is jumped over.</summary>
internal sealed class AllocationContexts
{
    /// <summary>The GC keeps room for one smallest object behind each buffer's limit.</summary>
    private const ulong Reserve = 24;

    /// <summary>The GC hands out room for an object below the large object threshold, or this much where that is more (<c>allocation_quantum</c>).</summary>
    private const ulong ChunkBytes = 85_000 + (256 << 10);
    private readonly ulong[] _starts, _ends;
    private readonly bool _isAllocating;

    private AllocationContexts(SortedDictionary<ulong, ulong> ranges, bool isAllocating) =>
        (_starts, _ends, _isAllocating) = ([.. ranges.Keys], [.. ranges.Values], isAllocating);

    /// <summary>Collects them from the heap and from every thread: ClrMD's own list drops those that are used up, behind which 24 zero bytes lie.</summary>
    public static AllocationContexts Of(ClrHeap heap)
    {
        var ranges = new SortedDictionary<ulong, ulong>();
        foreach (var range in heap.EnumerateAllocationContexts().Concat(heap.Runtime.Threads.Select(t => t.AllocationContext)))
        {
            if (range.Start != 0 && range.End >= range.Start)
                ranges[range.Start] = range.End + Reserve;
        }

        return new AllocationContexts(ranges, heap.Runtime.Threads.Any(t => t.IsAlive && t.GCMode == GCMode.Cooperative));
    }

    /// <summary>
    /// Tells whether the rest of a range of the youngest generation is a chunk that a stopped thread is just taking: the GC moves the end of the
    /// range first, then clears the chunk and makes it the thread's buffer, so for a moment it holds whatever lay there before.
    /// Rule: some thread runs managed code or allocates, no buffer begins behind the place, and the rest is no longer than a chunk.
    /// Wrongly yes: torn memory just there, in a heap that nobody is allocating from but one thread. Wrongly no: two threads of one heap at once.
    /// </summary>
    public bool IsChunkBeingTaken(ulong at, ulong end) => _isAllocating && end - at <= ChunkBytes && NextAt(at).Start >= end;

    /// <summary>Gives the next unused rest that begins at or behind an address; a start of <see cref="ulong.MaxValue"/> when there is none.</summary>
    public (ulong Start, ulong End) NextAt(ulong address)
    {
        var i = Array.BinarySearch(_starts, address);
        i = i < 0 ? ~i : i;
        return i < _starts.Length ? (_starts[i], _ends[i]) : (ulong.MaxValue, ulong.MaxValue);
    }
}
