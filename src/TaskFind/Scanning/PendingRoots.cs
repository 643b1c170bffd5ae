namespace TaskFind.Scanning;

/// <summary>The kept objects whose references are still to be followed, each once: with a promise come the tasks it waits for.</summary>
internal sealed class PendingRoots(int count, Selection selection)
{
    private readonly bool[] _met = new bool[count];
    private readonly Stack<int> _pending = [];

    /// <summary>Tells whether it was ever added.</summary>
    public bool Has(int root) => _met[root];

    public void Add(int root)
    {
        if (_met[root])
            return;
        _met[root] = true;
        _pending.Push(root);
    }

    public bool TryTake(out int root)
    {
        if (!_pending.TryPop(out root))
            return false;
        foreach (var task in selection.Links.Into(root))
            Add(task);
        return true;
    }
}
