namespace TaskFind.Queries.Trees;

/// <summary>The groups of items that wait for each other in a circle, by Tarjan's algorithm without recursion; linear in items and edges.</summary>
internal sealed class Cycles
{
    private readonly IWaitGraph _links;
    private readonly int[] _index, _low, _next;
    private readonly Stack<int> _open = [];
    private int _count;

    public Cycles(IWaitGraph links)
    {
        _links = links;
        (_index, _low, _next, Group) = (new int[links.Count], new int[links.Count], new int[links.Count], new int[links.Count]);
        Array.Fill(Group, -1);
        for (var i = 0; i < links.Count; i++)
        {
            if (_index[i] == 0 && links.Has(i))
                Visit(i);
        }
    }

    /// <summary>Gets the groups; whoever is waited for comes before those who wait.</summary>
    public List<int[]> Groups { get; } = [];

    /// <summary>Gets the group of each item.</summary>
    public int[] Group { get; }

    /// <summary>Gets how many edges were passed.</summary>
    public long Steps { get; private set; }

    /// <summary>Tells whether an item waits for itself, by way of others or not.</summary>
    public bool IsCyclic(int item) => Group[item] >= 0 && (Groups[Group[item]].Length > 1 || _links.Below(item).Contains(item));

    private void Visit(int root)
    {
        var path = new Stack<int>();
        Enter(root, path);
        while (path.TryPeek(out var item))
        {
            var below = _links.Below(item);
            if (_next[item] < below.Count)
            {
                Steps++;
                var child = below[_next[item]++];
                if (_index[child] == 0)
                    Enter(child, path);
                else if (Group[child] < 0)
                    _low[item] = Math.Min(_low[item], _index[child]);
                continue;
            }

            path.Pop();
            if (path.TryPeek(out var parent))
                _low[parent] = Math.Min(_low[parent], _low[item]);
            if (_low[item] == _index[item])
                Close(item);
        }
    }

    private void Enter(int item, Stack<int> path)
    {
        _index[item] = _low[item] = ++_count;
        _open.Push(item);
        path.Push(item);
    }

    private void Close(int first)
    {
        var members = new List<int>();
        int item;
        do
        {
            members.Add(item = _open.Pop());
            Group[item] = Groups.Count;
        }
        while (item != first);
        members.Sort();
        Groups.Add([.. members]);
    }
}
