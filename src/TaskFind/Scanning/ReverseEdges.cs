using System.Runtime.InteropServices;

namespace TaskFind.Scanning;

/// <summary>Remembers, for a promise, which nodes continue with it: the only way to the tasks of a WhenAll or an Unwrap.</summary>
internal sealed class ReverseEdges
{
    private readonly Dictionary<int, List<int>> _from = [];
    private readonly Dictionary<ulong, List<int>> _fromObject = [];

    public void Add(int from, int to)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_from, to, out _);
        (list ??= []).Add(from);
    }

    /// <summary>Notes a node that continues with an object that is no node.</summary>
    public void AddObject(int from, ulong to)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_fromObject, to, out _);
        (list ??= []).Add(from);
    }

    /// <summary>Gives the nodes whose completion an object that is no node is waiting for.</summary>
    public ReadOnlySpan<int> IntoObject(ulong address) => _fromObject.TryGetValue(address, out var list) ? CollectionsMarshal.AsSpan(list) : [];

    /// <summary>Gives the nodes whose completion the given one is waiting for.</summary>
    public ReadOnlySpan<int> Into(int ordinal) => _from.TryGetValue(ordinal, out var list) ? CollectionsMarshal.AsSpan(list) : [];
}
