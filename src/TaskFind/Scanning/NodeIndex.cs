using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>
/// Joins nodes to the kept objects that they were made of; an iterator's box is another name of the iterator. An object that was passed over becomes a node
/// when it is asked for.
/// </summary>
internal sealed class NodeIndex
{
    private const int None = -1, PassedOver = -2;
    private readonly RootTable _roots;
    private readonly int[] _nodeOf;
    private readonly List<int> _rootOf;
    private Action<int>? _makeNode;

    public NodeIndex(RootTable roots)
    {
        _roots = roots;
        _nodeOf = new int[roots.Count];
        _rootOf = [];
        Array.Fill(_nodeOf, None);
    }

    /// <summary>Gives the ordinal of the node at an address, or -1.</summary>
    public int Find(ulong address) => _roots.Find(address) is >= 0 and var root ? Of(root) : None;

    /// <summary>Gives the ordinal of the node made of a kept object, or -1.</summary>
    public int Of(int root)
    {
        if (_nodeOf[root] == PassedOver)
        {
            _nodeOf[root] = None;
            _makeNode?.Invoke(root);
        }

        return _nodeOf[root];
    }

    /// <summary>Gives the nodes of kept objects.</summary>
    public int[] Of(IReadOnlyList<int> roots) => [.. roots.Select(Of).Where(n => n >= 0)];

    /// <summary>Gives the kept object of a node.</summary>
    public ref readonly RootRecord RootOf(int ordinal) => ref _roots[_rootOf[ordinal]];

    /// <summary>Gives the index of the kept object of a node.</summary>
    public int RootIndexOf(int ordinal) => _rootOf[ordinal];

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

    /// <summary>Leaves an object for later.</summary>
    public void PassOver(int root) => _nodeOf[root] = PassedOver;

    /// <summary>Tells who makes nodes later, by <see cref="AddNode"/>.</summary>
    public void UseLater(Action<int> makeNode) => _makeNode = makeNode;
}
