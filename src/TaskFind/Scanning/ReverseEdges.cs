using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Remembers, for a promise, which tasks continue with it, all as indexes of kept objects: the only way to the tasks of a WhenAll or an Unwrap.</summary>
internal sealed class ReverseEdges
{
    private readonly Dictionary<int, (int First, int Last)> _lists = [];
    private readonly Rows<(int From, int Next)> _edges = new();
    private readonly Dictionary<ulong, List<int>> _fromObject = [];

    public void Add(int from, int to)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, to, out var exists);
        var edge = _edges.Add((from, -1));
        if (exists)
            _edges[list.Last].Next = edge;
        list = (exists ? list.First : edge, edge);
    }

    /// <summary>Notes a task that continues with an object that was not kept by the walk.</summary>
    public void AddObject(int from, ulong to)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_fromObject, to, out _);
        (list ??= []).Add(from);
    }

    /// <summary>Gives the tasks whose completion such an object is waiting for.</summary>
    public IReadOnlyList<int> IntoObject(ulong address) => _fromObject.GetValueOrDefault(address) ?? (IReadOnlyList<int>)[];

    /// <summary>Gives the tasks whose completion a promise is waiting for.</summary>
    public IReadOnlyList<int> Into(int promise)
    {
        if (!_lists.TryGetValue(promise, out var list))
            return [];
        var found = new List<int>();
        for (var edge = list.First; edge >= 0; edge = _edges[edge].Next)
            found.Add(_edges[edge].From);
        return found;
    }
}
