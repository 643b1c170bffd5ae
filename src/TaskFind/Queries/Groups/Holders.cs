using TaskFind.Model;

namespace TaskFind.Queries.Groups;

/// <summary>
/// Who may hold a semaphore, which itself records nobody. Rule: a task of the same method that stands at a later await than the one at which the others wait
/// for it, when all who wait there wait for the same semaphore. Wrongly yes: it has been released before that await, or the method was on a way around it.
/// Wrongly no: another method, a thread or a loop holds it.
/// </summary>
internal sealed class Holders
{
    private readonly Dictionary<ObjectAddress, List<TaskNode>> _holders = [];

    public Holders(TaskGraph graph)
    {
        var sites = Sites(graph);
        if (sites.Count == 0)
            return;
        foreach (var node in graph.Nodes)
        {
            if (node is not { IsDone: false, MethodIndex: >= 0 and var method, Point.AwaitIndex: { } await } || !sites.TryGetValue(method, out var site))
                continue;
            if (site.Semaphore is { } semaphore && await > site.Await)
                Add(semaphore, node);
        }
    }

    /// <summary>Gives the tasks that may hold a semaphore.</summary>
    public IReadOnlyList<TaskNode> Of(Wait? wait) => wait is SemaphoreWait { Semaphore: { } semaphore } && _holders.TryGetValue(semaphore, out var holders) ? holders : [];

    /// <summary>Finds the await of each method at which it waits for a semaphore; methods with several are ambiguous, and have none.</summary>
    private static Dictionary<int, (int Await, ObjectAddress? Semaphore)> Sites(TaskGraph graph)
    {
        var sites = new Dictionary<int, (int Await, ObjectAddress? Semaphore)>();
        foreach (var node in graph.Nodes)
        {
            if (node is not { IsDone: false, MethodIndex: >= 0 and var method, Point.AwaitIndex: { } await, Wait: SemaphoreWait { Semaphore: { } semaphore } })
                continue;
            sites[method] = !sites.TryGetValue(method, out var known) || known == (await, semaphore) ? (await, semaphore) : (await, null);
        }

        return sites;
    }

    private void Add(ObjectAddress semaphore, TaskNode node)
    {
        if (!_holders.TryGetValue(semaphore, out var holders))
            _holders.Add(semaphore, holders = []);
        holders.Add(node);
    }
}
