using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Finds what is waited for from the owners' end, since many a waiter does not refer to it: semaphores, channels, completion sources.</summary>
internal sealed class WaitOwners
{
    private readonly Rows<OwnedPlace> _places = new();
    private readonly RootTable _roots;

    /// <summary>By kept object: the index of its completion source from 1, or that of its place from -1 downwards; 0 for neither.</summary>
    private readonly int[] _ownerOf;

    /// <summary>The places of waiters that were not kept, or that have a source too.</summary>
    private readonly Dictionary<ulong, int> _otherPlaces = [];
    private readonly Action<string, string> _gap;

    public WaitOwners(ObjectStore store, Action<string, string> gap)
    {
        (Store, _roots, _gap) = (store, store.Roots, gap);
        _ownerOf = new int[_roots.Count];
        foreach (var i in _roots.Of<IRootLayout>())
        {
            ref readonly var root = ref _roots[i];
            var type = _roots.TypeOf(root);
            if (type.Layout is CompletionSourceLayout or ParallelStateLayout && _roots.Find(root.Continuation) is >= 0 and var task)
                SetSource(task, i);
            else if (type.Layout is IOwnerLayout owner)
                owner.Index(_roots.BytesOf(root), this);
        }
    }

    public ObjectStore Store { get; }

    /// <summary>Gives a waiter's place at what it waits for.</summary>
    public OwnedPlace? PlaceOf(ulong waiter) =>
        _places.Count == 0 ? null
        : _roots.Find(waiter) is >= 0 and var root && _ownerOf[root] < 0 ? _places[-1 - _ownerOf[root]]
        : _otherPlaces.TryGetValue(waiter, out var place) ? _places[place]
        : null;

    /// <summary>Gives the completion source that completes a kept task; null when there is none.</summary>
    public ulong? SourceOf(int root) => root >= 0 && _ownerOf[root] > 0 ? _roots[_ownerOf[root] - 1].Address : null;

    /// <summary>Gives the task that a completion source completes, 0 for none.</summary>
    public ulong TaskOf(ulong source) =>
        _roots.Find(source) is >= 0 and var index && _roots.TypeOf(_roots[index]).Layout is CompletionSourceLayout ? _roots[index].Continuation : 0;

    /// <summary>Notes the waiters of one queue of an owner, in their order.</summary>
    /// <param name="owner">The object that is waited for.</param>
    /// <param name="what">The queue in words, for a gap.</param>
    /// <param name="waiters">The waiters; a walk that goes in a circle or beyond the limit is ended here.</param>
    /// <param name="side">Which queue it is, when the owner has several.</param>
    public void AddQueue(ulong owner, string what, IEnumerable<ulong> waiters, string? side = null)
    {
        var first = _places.Count;
        foreach (var waiter in waiters)
        {
            if (_places.Count - first >= Limits.Scan.QueueLength || !TryPlace(waiter))
            {
                _gap(what, "it is longer than the limit, or goes in a circle");
                break;
            }

            _places.Add(new OwnedPlace(owner, _places.Count - first + 1, 0, side));
        }

        for (var i = first; i < _places.Count; i++)
            _places[i] = _places[i] with { Waiters = _places.Count - first };
    }

    /// <summary>Tells what could not be read.</summary>
    public void Tell(string what, string why) => _gap(what, why);

    private void SetSource(int task, int source)
    {
        if (_ownerOf[task] < 0)
            _otherPlaces.TryAdd(_roots[task].Address, -1 - _ownerOf[task]);
        _ownerOf[task] = source + 1;
    }

    /// <summary>Gives a waiter the next place; false when it has one.</summary>
    private bool TryPlace(ulong waiter)
    {
        if (_roots.Find(waiter) is not (>= 0 and var root) || _ownerOf[root] > 0)
            return _otherPlaces.TryAdd(waiter, _places.Count);
        var isNew = _ownerOf[root] == 0;
        _ownerOf[root] = isNew ? -1 - _places.Count : _ownerOf[root];
        return isNew;
    }
}
