using System.Numerics;

namespace TaskFind.Scanning.Walking;

/// <summary>
/// Finds the index of a kept object by its address. Each stretch of 4 MB that holds any has a table that tells which object is the first of each page,
/// and those that follow are passed by the low half of their addresses: two cache lines for most lookups, one for neighbours. Pages are as
/// large as the objects are sparse.
/// </summary>
internal sealed class AddressMap
{
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;
    private const int StretchBits = 22, SmallestPageBits = 10, LargestPageBits = 18, SmallestObject = 24, AlignBits = 3;
    private readonly RootTable _roots;
    private readonly uint[] _low;
    private readonly List<Stretch> _stretches = [];
    private readonly int[] _slots;
    private readonly int _shift, _pageBits, _pageMask, _mostPerPage;

    // What is looked up next lies near mostly. One reference, so that several threads may look up at once.
    private Stretch _last = new(ulong.MaxValue, []);

    public AddressMap(RootTable roots)
    {
        _roots = roots;
        _low = new uint[roots.Count];
        var perStretch = (ulong)(2L * roots.Count / Math.Max(CountStretches(roots), 1));
        _pageBits = Math.Clamp(StretchBits - BitOperations.Log2(perStretch + 1), SmallestPageBits, LargestPageBits);
        _pageMask = (1 << (StretchBits - _pageBits)) - 1;
        _mostPerPage = (1 << _pageBits) / SmallestObject;
        AddAll();
        var bits = Math.Max(4, 66 - BitOperations.LeadingZeroCount((ulong)_stretches.Count));
        (_slots, _shift) = (new int[1 << bits], 64 - bits);
        for (var i = 0; i < _stretches.Count; i++)
            AddStretch(i);
    }

    /// <summary>Gives the index, or -1.</summary>
    public int Find(ulong address)
    {
        var stretch = _last;
        if (stretch.Number != address >> StretchBits)
        {
            if (StretchOf(address >> StretchBits) is not { } found)
                return -1;
            _last = stretch = found;
        }

        var (low, wanted, first) = (_low, Low(address), stretch.FirstOfPage[PageOf(address)] - 1);
        if (first < 0)
            return -1;
        for (int i = first, end = Math.Min(low.Length, first + _mostPerPage + 1); i < end && low[i] <= wanted; i++)
        {
            if (low[i] == wanted)
                return _roots[i].Address == address ? i : -1;
        }

        return -1;
    }

    private static uint Low(ulong address) => (uint)(address >> AlignBits);

    private static int CountStretches(RootTable roots)
    {
        var (stretches, last) = (0, ulong.MaxValue);
        for (var i = 0; i < roots.Count; i++)
        {
            var number = roots[i].Address >> StretchBits;
            stretches += number == last ? 0 : 1;
            last = number;
        }

        return stretches;
    }

    private int PageOf(ulong address) => (int)(address >> _pageBits) & _pageMask;

    // From the end, so that a page's entry is left with the first of its objects.
    private void AddAll()
    {
        var stretch = _last;
        for (var i = _roots.Count - 1; i >= 0; i--)
        {
            var address = _roots[i].Address;
            _low[i] = Low(address);
            if (address >> StretchBits != stretch.Number)
                _stretches.Add(stretch = new Stretch(address >> StretchBits, new int[_pageMask + 1]));
            stretch.FirstOfPage[PageOf(address)] = i + 1;
        }
    }

    private Stretch? StretchOf(ulong number)
    {
        var (slots, mask) = (_slots, _slots.Length - 1);
        for (var i = (int)((number * Spread) >> _shift); slots[i & mask] is not 0 and var next; i++)
        {
            if (_stretches[next - 1] is var stretch && stretch.Number == number)
                return stretch;
        }

        return null;
    }

    private void AddStretch(int index)
    {
        var mask = _slots.Length - 1;
        var i = (int)((_stretches[index].Number * Spread) >> _shift);
        while (_slots[i & mask] != 0)
            i++;
        _slots[i & mask] = index + 1;
    }

    private sealed class Stretch(ulong number, int[] firstOfPage)
    {
        public readonly ulong Number = number;
        public readonly int[] FirstOfPage = firstOfPage;
    }
}
