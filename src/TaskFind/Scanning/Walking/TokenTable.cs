namespace TaskFind.Scanning.Walking;

/// <summary>Which cancellation source a machine holds a token of, by the address of its object: few machines hold one, so their records have no room for it.</summary>
internal sealed class TokenTable
{
    private const int First = 64;
    private ulong[] _pairs = [];
    private int _length;

    /// <summary>Adds an object, whose address is above all that are there.</summary>
    public void Add(ulong address, ulong source)
    {
        if (_length == _pairs.Length)
            Array.Resize(ref _pairs, Math.Max(First, _length * 2));
        (_pairs[_length], _pairs[_length + 1]) = (address, source);
        _length += 2;
    }

    /// <summary>Adds all objects of another table, whose addresses are above all that are there.</summary>
    public void Append(TokenTable other)
    {
        if (other._length == 0)
            return;
        var length = _length + other._length;
        if (length > _pairs.Length)
            Array.Resize(ref _pairs, Math.Max(length, _length * 2));
        other._pairs.AsSpan(0, other._length).CopyTo(_pairs.AsSpan(_length));
        _length = length;
    }

    /// <summary>Gives the source that an object's machine holds a token of; 0 for none.</summary>
    public ulong Find(ulong address)
    {
        var (low, high) = (0, (_length / 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var at = _pairs[middle * 2];
            if (at == address)
                return _pairs[(middle * 2) + 1];
            (low, high) = at < address ? (middle + 1, high) : (low, middle - 1);
        }

        return 0;
    }
}
