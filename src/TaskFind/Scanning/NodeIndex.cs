using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Joins nodes to the kept objects that they were made of; an iterator's box is another name of the iterator.</summary>
internal sealed class NodeIndex
{
    private readonly RootTable _roots;
    private readonly int[] _nodeOf;
    private readonly List<int> _rootOf;

    public NodeIndex(RootTable roots)
    {
        _roots = roots;
        _nodeOf = new int[roots.Count];
        _rootOf = new List<int>(roots.Count);
        Array.Fill(_nodeOf, -1);
    }

    /// <summary>Gives the ordinal of the node at an address, or -1.</summary>
    public int Find(ulong address) => _roots.Find(address) is >= 0 and var root ? _nodeOf[root] : -1;

    /// <summary>Gives the kept object of a node.</summary>
    public ref readonly RootRecord RootOf(int ordinal) => ref _roots[_rootOf[ordinal]];

    /// <summary>Tells that the next node was made of a kept object.</summary>
    public void AddNode(int root, int ordinal)
    {
        _nodeOf[root] = ordinal;
        _rootOf.Add(root);
    }

    /// <summary>Gives a node a second address.</summary>
    public void AddName(ulong address, int ordinal)
    {
        if (_roots.Find(address) is >= 0 and var root && _nodeOf[root] < 0)
            _nodeOf[root] = ordinal;
    }
}
