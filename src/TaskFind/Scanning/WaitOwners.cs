using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Finds the owners of waits from the owners' end, since a waiter does not refer to what it waits for: semaphores and completion sources.</summary>
internal sealed class WaitOwners
{
    private readonly Dictionary<ulong, SemaphorePlace> _places = [];
    private readonly Dictionary<ulong, string> _sources = [];

    public WaitOwners(ObjectStore store, Action<string, string> gap)
    {
        foreach (var root in store.Roots)
        {
            if (!store.TryGet(root, out var o))
                continue;
            if (o.Type.Layout is SemaphoreLayout semaphore)
                AddQueue(store, semaphore.Head(o), semaphore.Count(o), gap);
            else if (o.Type.Layout is CompletionSourceLayout source && source.Task(o) is not 0 and var task)
                _sources.TryAdd(task, o.Type.DisplayName);
        }
    }

    /// <summary>Gives a waiter's place in the queue of its semaphore.</summary>
    public SemaphorePlace? Semaphore(ulong waiter) => _places.TryGetValue(waiter, out var place) ? place : null;

    /// <summary>Gives the type of the completion source that completes a task.</summary>
    public string? CompletionSource(ulong task) => _sources.GetValueOrDefault(task);

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
