using TaskFind.Model;

namespace TaskFind.Queries.Groups;

/// <summary>
/// Who may hold a semaphore, which itself records nobody. Rule: a task whose code has waited for the field that holds it and releases it later (<see cref="AwaitPoint.Holds"/>);
/// or one of the same method that stands at a later await than the one at which the others wait for it, when all who wait there wait for the same semaphore.
/// Wrongly yes: it has been released before that await, the method was on a way around it, or it is the semaphore of another object in the same field.
/// Wrongly no: another method, a thread or a loop holds it.
/// </summary>
internal sealed class Holders
{
    private readonly Dictionary<ObjectAddress, List<TaskNode>> _holders = [];
    private readonly Dictionary<int, (int Await, ObjectAddress? Semaphore)> _sites = [];
    private readonly Dictionary<string, ObjectAddress?> _fields = [];

    public Holders(TaskGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (node is { IsDone: false, MethodIndex: >= 0 and var method, Point.AwaitIndex: { } await, Wait: SemaphoreWait { Semaphore: { } semaphore } wait })
                NoteSite(method, await, semaphore, wait);
        }

        foreach (var thread in graph.Threads)
        {
            if (thread.BlockedOn is SemaphoreWait { Semaphore: { } semaphore } wait)
                NoteField(wait, semaphore);
        }

        if (_sites.Count + _fields.Count == 0)
            return;
        foreach (var node in graph.Nodes)
        {
            if (node is { IsDone: false, MethodIndex: >= 0 and var method, Point: { AwaitIndex: { } await } point } && Held(method, await, point) is { } held)
                Add(held, node);
        }
    }

    /// <summary>Gives the tasks that may hold a semaphore.</summary>
    public IReadOnlyList<TaskNode> Of(Wait? wait) => wait is SemaphoreWait { Semaphore: { } semaphore } && _holders.TryGetValue(semaphore, out var holders) ? holders : [];

    private ObjectAddress? Held(int method, int await, AwaitPoint point) =>
        point.Holds is { } field && _fields.TryGetValue(field, out var held) ? held
        : _sites.TryGetValue(method, out var site) && await > site.Await ? site.Semaphore
        : null;

    /// <summary>Notes the await at which a method waits for a semaphore; methods with several are ambiguous, and have none.</summary>
    private void NoteSite(int method, int await, ObjectAddress semaphore, Wait wait)
    {
        _sites[method] = !_sites.TryGetValue(method, out var known) || known == (await, semaphore) ? (await, semaphore) : (await, null);
        NoteField(wait, semaphore);
    }

    private void NoteField(Wait wait, ObjectAddress semaphore)
    {
        if (wait.Fact("field")?.Words is { } field)
            _fields[field] = !_fields.TryGetValue(field, out var known) || known == semaphore ? semaphore : null;
    }

    private void Add(ObjectAddress semaphore, TaskNode node)
    {
        if (!_holders.TryGetValue(semaphore, out var holders))
            _holders.Add(semaphore, holders = []);
        holders.Add(node);
    }
}
