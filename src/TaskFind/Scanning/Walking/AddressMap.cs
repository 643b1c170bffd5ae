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
    private const int StretchBits = 22, DensePageBits = 10, SparsePageBits = 18, SmallestObject = 24, AlignBits = 3;
    private readonly RootTable _roots;
    private readonly uint[] _low;
    private readonly List<Stretch> _stretches = [];
    private readonly int _pageBits, _pageMask, _mostPerPage;
    private int[] _slots = [];
    private int _shift;

    // What is looked up next lies near mostly. One reference, so that several threads may look up at once.
    private Stretch _last = new(ulong.MaxValue, []);

    /// <summary>Makes an empty map.</summary>
    /// <param name="roots">Where the objects are.</param>
    /// <param name="count">How many there will be.</param>
    /// <param name="stretches">About how many stretches of 4 MB they lie in.</param>
    public AddressMap(RootTable roots, int count, int stretches)
    {
        _roots = roots;
        _low = new uint[count];
        var perStretch = (ulong)(2L * count / Math.Max(stretches, 1));
        _pageBits = Math.Clamp(StretchBits - BitOperations.Log2(perStretch + 1), DensePageBits, SparsePageBits);
        _pageMask = (1 << (StretchBits - _pageBits)) - 1;
        _mostPerPage = (1 << _pageBits) / SmallestObject;
    }

    /// <summary>Tells how many stretches lie between two addresses, both included.</summary>
    public static int Stretches(ulong first, ulong last) => (int)Math.Min((last >> StretchBits) - (first >> StretchBits) + 1, 1 << 20);

    /// <summary>Adds the next object; they come in address order.</summary>
    public void Add(int index, ulong address)
    {
        _low[index] = Low(address);
        if (address >> StretchBits != _last.Number)
            _stretches.Add(_last = new Stretch(address >> StretchBits, new int[_pageMask + 1]));
        ref var first = ref _last.FirstOfPage[PageOf(address)];
        if (first == 0)
            first = index + 1;
    }

    /// <summary>Makes the map ready to be asked.</summary>
    public void Seal()
    {
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

    private int PageOf(ulong address) => (int)(address >> _pageBits) & _pageMask;

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
