using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>Finds the owners of waits from the owners' end, since a waiter does not refer to what it waits for: semaphores and completion sources.</summary>
internal sealed class WaitOwners
{
    private readonly Dictionary<ulong, SemaphorePlace> _places = [];
    private readonly RootTable _roots;
    private readonly int[] _sourceOf;

    public WaitOwners(ObjectStore store, Action<string, string> gap)
    {
        _roots = store.Roots;
        _sourceOf = new int[_roots.Count];
        for (var i = 0; i < _roots.Count; i++)
        {
            ref readonly var root = ref _roots[i];
            var type = _roots.TypeOf(root);
            if (type.Layout is CompletionSourceLayout && _roots.Find(root.Continuation) is >= 0 and var task)
                _sourceOf[task] = root.Type + 1;
            else if (type.Layout is SemaphoreLayout semaphore && _roots.BytesOf(root) is var o)
                AddQueue(store, semaphore.Head(o), semaphore.Count(o), gap);
        }
    }

    /// <summary>Gives a waiter's place in the queue of its semaphore.</summary>
    public SemaphorePlace? Semaphore(ulong waiter) => _places.TryGetValue(waiter, out var place) ? place : null;

    /// <summary>Gives the index of the type of the completion source that completes a kept task, or -1.</summary>
    public int CompletionSource(int root) => _sourceOf[root] - 1;

    private void AddQueue(ObjectStore store, ulong head, int value, Action<string, string> gap)
    {
        var waiters = new List<ulong>();
        for (var at = head; at != 0 && store.TryGet<TaskObjectLayout>(at, out var o, out var layout) && layout.Promise is SemaphoreNodeLayout node;)
        {
            if (waiters.Count >= ScanLimits.QueueLength || !_places.TryAdd(at, default))
            {
                gap("a semaphore's queue", "it is longer than the limit, or goes in a circle");
                break;
            }

            waiters.Add(at);
            at = node.Next(o);
        }

        for (var i = 0; i < waiters.Count; i++)
            _places[waiters[i]] = new SemaphorePlace(value, i + 1, waiters.Count);
    }
}
