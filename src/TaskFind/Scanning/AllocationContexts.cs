using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>The unused rest of each thread's allocation buffer, which holds no objects and is jumped over.</summary>
internal sealed class AllocationContexts
{
    /// <summary>The GC keeps room for one smallest object behind each buffer's limit.</summary>
    private const ulong Reserve = 24;
    private readonly Dictionary<ulong, ulong> _ends = [];

    private AllocationContexts()
    {
    }

    public static AllocationContexts None { get; } = new();

    /// <summary>Collects them from the heap and from every thread: ClrMD's own list drops those that are used up, behind which 24 zero bytes lie.</summary>
    public static AllocationContexts Of(ClrHeap heap)
    {
        var contexts = new AllocationContexts();
        foreach (var range in heap.EnumerateAllocationContexts())
            contexts.Add(range);
        foreach (var thread in heap.Runtime.Threads)
            contexts.Add(thread.AllocationContext);
        return contexts;
    }

    /// <summary>Tells where objects go on, when a buffer's unused rest begins at this address.</summary>
    public bool TrySkip(ulong address, out ulong next) => _ends.TryGetValue(address, out next);

    private void Add(MemoryRange range)
    {
        if (range.Start != 0 && range.End >= range.Start)
            _ends[range.Start] = range.End + Reserve;
    }
}
