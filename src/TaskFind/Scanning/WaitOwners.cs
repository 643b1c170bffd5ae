using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Finds what is waited for from the owners' end, since many a waiter does not refer to it: semaphores, channels, completion sources.</summary>
internal sealed class WaitOwners
{
    private readonly Dictionary<ulong, OwnedPlace> _places = [];
    private readonly RootTable _roots;
    private readonly int[] _sourceOf;
    private readonly Action<string, string> _gap;

    public WaitOwners(ObjectStore store, Action<string, string> gap)
    {
        (Store, _roots, _gap) = (store, store.Roots, gap);
        _sourceOf = new int[_roots.Count];
        for (var i = 0; i < _roots.Count; i++)
        {
            ref readonly var root = ref _roots[i];
            var type = _roots.TypeOf(root);
            if (type.Layout is CompletionSourceLayout or ParallelStateLayout && _roots.Find(root.Continuation) is >= 0 and var task)
                _sourceOf[task] = i + 1;
            else if (type.Layout is IOwnerLayout owner)
                owner.Index(_roots.BytesOf(root), this);
        }
    }

    public ObjectStore Store { get; }

    /// <summary>Gives a waiter's place at what it waits for.</summary>
    public OwnedPlace? PlaceOf(ulong waiter) => _places.TryGetValue(waiter, out var place) ? place : null;

    /// <summary>Gives the completion source that completes a kept task; null when there is none.</summary>
    public ulong? SourceOf(int root) => root >= 0 && _sourceOf[root] > 0 ? _roots[_sourceOf[root] - 1].Address : null;

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
        var queue = new List<ulong>();
        foreach (var waiter in waiters)
        {
            if (queue.Count >= ScanLimits.QueueLength || !_places.TryAdd(waiter, default))
            {
                _gap(what, "it is longer than the limit, or goes in a circle");
                break;
            }

            queue.Add(waiter);
        }

        for (var i = 0; i < queue.Count; i++)
            _places[queue[i]] = new OwnedPlace(owner, i + 1, queue.Count, side);
    }
}
