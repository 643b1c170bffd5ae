namespace TaskFind.Scanning.Walking;

/// <summary>Finds the index of an address among the rows it was made for: a table of indexes by open addressing, four bytes a slot.</summary>
internal sealed class AddressMap
{
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;
    private readonly Func<int, ulong> _addressOf;
    private readonly int[] _slots;
    private readonly int _shift;

    /// <param name="count">How many rows there are.</param>
    /// <param name="addressOf">Gives a row's address.</param>
    public AddressMap(int count, Func<int, ulong> addressOf)
    {
        _addressOf = addressOf;
        var bits = Math.Max(4, 33 - int.LeadingZeroCount(Math.Max(count, 1)));
        _slots = new int[1 << bits];
        _shift = 64 - bits;
        for (var i = 0; i < count; i++)
            Add(i);
    }

    /// <summary>Gives the index, or -1.</summary>
    public int Find(ulong address)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)((address * Spread) >> _shift); _slots[i & mask] != 0; i++)
        {
            if (_addressOf(_slots[i & mask] - 1) == address)
                return _slots[i & mask] - 1;
        }

        return -1;
    }

    private void Add(int index)
    {
        var mask = _slots.Length - 1;
        var i = (int)((_addressOf(index) * Spread) >> _shift);
        while (_slots[i & mask] != 0)
            i++;
        _slots[i & mask] = index + 1;
    }
}
