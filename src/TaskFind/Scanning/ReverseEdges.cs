using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Remembers, for a promise, which tasks continue with it, all as indexes of kept objects: the only way to the tasks of a WhenAll or an Unwrap.</summary>
/// <param name="roots">How many kept objects there are.</param>
internal sealed class ReverseEdges(int roots)
{
    /// <summary>By promise: the edge that was added last, from 1. An array, since a dictionary of our own types is compiled only when it is met.</summary>
    private readonly int[] _last = new int[roots];
    private readonly Rows<(int From, int Earlier)> _edges = new();
    private readonly Dictionary<ulong, List<int>> _fromObject = [];

    public void Add(int from, int to) => _last[to] = _edges.Add((from, _last[to])) + 1;

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
        if (_last[promise] == 0)
            return [];
        var found = new List<int>();
        for (var edge = _last[promise]; edge > 0; edge = _edges[edge - 1].Earlier)
            found.Add(_edges[edge - 1].From);
        found.Reverse();
        return found;
    }
}
