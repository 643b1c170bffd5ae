using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Walking;

/// <summary>The unused rest of each thread's allocation buffer, which holds no objects and is jumped over.</summary>
internal sealed class AllocationContexts
{
    /// <summary>The GC keeps room for one smallest object behind each buffer's limit.</summary>
    private const ulong Reserve = 24;
    private readonly ulong[] _starts, _ends;

    private AllocationContexts(SortedDictionary<ulong, ulong> ranges) => (_starts, _ends) = ([.. ranges.Keys], [.. ranges.Values]);

    /// <summary>Collects them from the heap and from every thread: ClrMD's own list drops those that are used up, behind which 24 zero bytes lie.</summary>
    public static AllocationContexts Of(ClrHeap heap)
    {
        var ranges = new SortedDictionary<ulong, ulong>();
        foreach (var range in heap.EnumerateAllocationContexts().Concat(heap.Runtime.Threads.Select(t => t.AllocationContext)))
        {
            if (range.Start != 0 && range.End >= range.Start)
                ranges[range.Start] = range.End + Reserve;
        }

        return new AllocationContexts(ranges);
    }

    /// <summary>Gives the next unused rest that begins at or behind an address; a start of <see cref="ulong.MaxValue"/> when there is none.</summary>
    public (ulong Start, ulong End) NextAt(ulong address)
    {
        var i = Array.BinarySearch(_starts, address);
        i = i < 0 ? ~i : i;
        return i < _starts.Length ? (_starts[i], _ends[i]) : (ulong.MaxValue, ulong.MaxValue);
    }
}
