using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Reachability;

/// <summary>The stretches of a heap in which objects lie, in address order, so that bits can stand for the places where an object may begin.</summary>
internal sealed class HeapShape
{
    private readonly ulong[] _starts, _ends;

    public HeapShape(IEnumerable<(ulong Start, ulong End)> ranges)
    {
        (ulong Start, ulong End)[] sorted = [.. ranges.Where(r => r.End > r.Start).Order()];
        (_starts, _ends) = (Array.ConvertAll(sorted, r => r.Start), Array.ConvertAll(sorted, r => r.End));
    }

    /// <summary>Gets how many stretches there are.</summary>
    public int Count => _starts.Length;

    /// <summary>Gets the bytes of all stretches together.</summary>
    public long Bytes => _starts.Select((start, i) => (long)(_ends[i] - start)).Sum();

    /// <summary>Takes the segments of a heap, the frozen ones included.</summary>
    public static HeapShape Of(ClrHeap heap) => new(heap.Segments.Select(s => (s.ObjectRange.Start, s.ObjectRange.End)));

    /// <summary>Gives how many places of eight bytes a stretch has.</summary>
    public int Places(int stretch) => (int)((_ends[stretch] - _starts[stretch] + 7) >> 3);

    /// <summary>Tells whether an address lies in a stretch.</summary>
    public bool Contains(int stretch, ulong address) => address >= _starts[stretch] && address < _ends[stretch];

    /// <summary>Gives the place of an address in its stretch; what is no multiple of eight from its start has none, -1.</summary>
    public int PlaceIn(int stretch, ulong address) => ((address - _starts[stretch]) & 7) == 0 ? (int)((address - _starts[stretch]) >> 3) : -1;

    /// <summary>Gives how many bytes there are from an address to the end of its stretch.</summary>
    public long BytesFrom(ulong address) => Find(address) is >= 0 and var stretch ? (long)(_ends[stretch] - address) : 0;

    /// <summary>Gives the stretch that an address lies in, or -1.</summary>
    public int Find(ulong address)
    {
        var (low, high) = (0, _starts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (address < _starts[middle])
                high = middle - 1;
            else if (address >= _ends[middle])
                low = middle + 1;
            else
                return middle;
        }

        return -1;
    }
}
