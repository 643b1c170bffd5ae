using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>
/// Joins nodes to the kept objects that they were made of; an iterator's box is another name of the iterator. An object that a selection passed over becomes
/// a node when it is asked for.
/// </summary>
internal sealed class NodeIndex(RootTable roots, Selection? selection)
{
    private const int None = -1, Asked = -1;

    /// <summary>By kept object: the ordinal of its node from 1; 0 for none yet, which costs no memory until it is written.</summary>
    private readonly int[] _nodeOf = new int[roots.Count];
    private readonly Rows<int> _rootOf = new();
    private Action<int>? _makeNode;

    /// <summary>Gives the ordinal of the node at an address, or -1.</summary>
    public int Find(ulong address) => roots.Find(address) is >= 0 and var root ? Of(root) : None;

    /// <summary>Gives the ordinal of the node made of a kept object, or -1.</summary>
    public int Of(int root)
    {
        if (_nodeOf[root] == 0 && _makeNode is not null && selection!.IsPassedOver(root))
        {
            _nodeOf[root] = Asked;
            _makeNode(root);
        }

        return Math.Max(_nodeOf[root] - 1, None);
    }

    /// <summary>Gives the nodes of kept objects.</summary>
    public int[] Of(IReadOnlyList<int> roots) => [.. roots.Select(Of).Where(n => n >= 0)];

    /// <summary>Gives the kept object of a node.</summary>
    public ref readonly RootRecord RootOf(int ordinal) => ref roots[_rootOf[ordinal]];

    /// <summary>Gives the index of the kept object of a node.</summary>
    public int RootIndexOf(int ordinal) => _rootOf[ordinal];

    /// <summary>Tells that the next node was made of a kept object.</summary>
    public void AddNode(int root, int ordinal)
    {
        _nodeOf[root] = ordinal + 1;
        _rootOf.Add(root);
    }

    /// <summary>Gives a node a second address.</summary>
    public void AddName(ulong address, int ordinal)
    {
        if (roots.Find(address) is >= 0 and var root && _nodeOf[root] <= 0)
            _nodeOf[root] = ordinal + 1;
    }

    /// <summary>Tells who makes the nodes that were passed over, by <see cref="AddNode"/>.</summary>
    public void UseLater(Action<int> makeNode) => _makeNode = selection is null ? null : makeNode;
}
