using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Remembers, for a promise, which nodes continue with it: the only way to the tasks of a WhenAll or an Unwrap.</summary>
internal sealed class ReverseEdges
{
    private readonly Dictionary<int, (int First, int Last)> _lists = [];
    private readonly Rows<(int From, int Next)> _edges = new();
    private readonly List<int> _found = [];
    private readonly Dictionary<ulong, List<int>> _fromObject = [];

    public void Add(int from, int to)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, to, out var exists);
        var edge = _edges.Add((from, -1));
        if (exists)
            _edges[list.Last].Next = edge;
        list = (exists ? list.First : edge, edge);
    }

    /// <summary>Notes a node that continues with an object that is no node.</summary>
    public void AddObject(int from, ulong to)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_fromObject, to, out _);
        (list ??= []).Add(from);
    }

    /// <summary>Gives the nodes whose completion an object that is no node is waiting for.</summary>
    public ReadOnlySpan<int> IntoObject(ulong address) => _fromObject.TryGetValue(address, out var list) ? CollectionsMarshal.AsSpan(list) : [];

    /// <summary>Gives the nodes whose completion the given one is waiting for; the span ends with the next call.</summary>
    public ReadOnlySpan<int> Into(int ordinal)
    {
        _found.Clear();
        for (var edge = _lists.TryGetValue(ordinal, out var list) ? list.First : -1; edge >= 0; edge = _edges[edge].Next)
            _found.Add(_edges[edge].From);
        return CollectionsMarshal.AsSpan(_found);
    }
}
