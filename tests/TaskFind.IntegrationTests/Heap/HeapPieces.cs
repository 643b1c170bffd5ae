using Microsoft.Diagnostics.Runtime;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>Is where the living objects of a heap lie, as ClrMD walks it: free space, and what no object covers, is left out.</summary>
internal sealed class HeapPieces
{
    private readonly List<ulong> _begins = [];
    private readonly List<ulong> _ends = [];

    public HeapPieces(ClrHeap heap)
    {
        foreach ((ulong begin, ulong end) in heap.EnumerateObjects().Where(o => !o.IsFree).Select(o => (o.Address, o.Address + o.Size)).Order())
        {
            _begins.Add(begin);
            _ends.Add(end);
        }
    }

    /// <summary>Tells whether a living object begins at an address or covers it.</summary>
    public bool Contain(ulong address)
    {
        int index = _begins.BinarySearch(address);
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 && address < _ends[index];
    }
}
