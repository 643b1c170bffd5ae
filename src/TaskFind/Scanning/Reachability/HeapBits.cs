namespace TaskFind.Scanning.Reachability;

/// <summary>A bit for each place of a heap: 16 MB for a heap of a gigabyte. Several threads may set bits, as long as no two of them do in one stretch.</summary>
internal sealed class HeapBits
{
    private readonly HeapShape _shape;
    private readonly ulong[][] _bits;

    public HeapBits(HeapShape shape)
    {
        _shape = shape;
        _bits = new ulong[shape.Count][];
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] = new ulong[(shape.Places(i) + 63) >> 6];
    }

    /// <summary>Sets the bit of an address, when it has one.</summary>
    public void Set(ulong address)
    {
        if (_shape.Find(address) is >= 0 and var stretch && _shape.PlaceIn(stretch, address) is >= 0 and var place)
            _bits[stretch][place >> 6] |= 1UL << place;
    }

    /// <summary>Tells whether the bit of an address is set.</summary>
    public bool Has(ulong address) => _shape.Find(address) is >= 0 and var stretch && _shape.PlaceIn(stretch, address) is >= 0 and var place && Has(stretch, place);

    /// <summary>Tells whether a bit is set.</summary>
    public bool Has(int stretch, int place) => (_bits[stretch][place >> 6] & (1UL << place)) != 0;

    /// <summary>Sets a bit; false when it is set already.</summary>
    public bool TrySet(int stretch, int place)
    {
        ref var word = ref _bits[stretch][place >> 6];
        var bit = 1UL << place;
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }
}
