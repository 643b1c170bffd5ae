using System.Numerics;

namespace TaskFind.Scanning.Walking;

/// <summary>
/// Finds the index of a kept object by its address: an open table tells the first object of each kilobyte, and those that follow in address
/// order are passed. What tasks refer to lies near them, and so it is mostly in the processor's cache.
/// </summary>
internal sealed class AddressMap
{
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;
    private const int PageBits = 10;
    private readonly RootTable _roots;
    private readonly int[] _slots;
    private readonly int _shift;

    public AddressMap(RootTable roots)
    {
        _roots = roots;
        var pages = CountPages(roots);
        var bits = Math.Max(4, 64 - BitOperations.LeadingZeroCount((ulong)(pages + (pages / 2L))));
        _slots = new int[1 << bits];
        _shift = 64 - bits;
        var last = ulong.MaxValue;
        for (var i = 0; i < roots.Count; i++)
        {
            if (Page(i) == last)
                continue;
            last = Page(i);
            Add(i, last);
        }
    }

    /// <summary>Gives the index, or -1.</summary>
    public int Find(ulong address)
    {
        var (slots, mask, page) = (_slots, _slots.Length - 1, address >> PageBits);
        for (var i = (int)((page * Spread) >> _shift); slots[i & mask] is not 0 and var next; i++)
        {
            var index = next - 1;
            var found = _roots[index].Address;
            if (found >> PageBits != page)
                continue;
            while (found < address && ++index < _roots.Count)
                found = _roots[index].Address;
            return found == address ? index : -1;
        }

        return -1;
    }

    private static int CountPages(RootTable roots)
    {
        var (pages, last) = (0, ulong.MaxValue);
        for (var i = 0; i < roots.Count; i++)
        {
            var page = roots[i].Address >> PageBits;
            pages += page == last ? 0 : 1;
            last = page;
        }

        return pages;
    }

    private ulong Page(int index) => _roots[index].Address >> PageBits;

    private void Add(int index, ulong page)
    {
        var mask = _slots.Length - 1;
        var i = (int)((page * Spread) >> _shift);
        while (_slots[i & mask] != 0)
            i++;
        _slots[i & mask] = index + 1;
    }
}
