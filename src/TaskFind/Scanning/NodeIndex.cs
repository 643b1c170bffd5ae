namespace TaskFind.Scanning;

/// <summary>Finds the node of an address; an iterator's box is another name of the iterator.</summary>
internal sealed class NodeIndex
{
    private readonly Dictionary<ulong, int> _ordinals = [];

    public void Add(ulong address, int ordinal) => _ordinals.TryAdd(address, ordinal);

    /// <summary>Gives the ordinal, or -1.</summary>
    public int Find(ulong address) => address != 0 && _ordinals.TryGetValue(address, out var ordinal) ? ordinal : -1;
}
