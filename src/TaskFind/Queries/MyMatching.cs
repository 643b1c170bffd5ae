using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>
/// Knows the tasks of one look again in a later look at the same process. Rule: by Task.Id; else by address, type, method, place and awaited object together, and only where that is
/// nobody else's. Wrongly yes: a new task that lies where an old one lay, and awaits at the same place an object that lies where the old one's lay. Wrongly no: a task without an id that
/// the garbage collector has moved.
/// </summary>
internal sealed class TaskMatching
{
    private readonly Dictionary<int, TaskNode> _byId = [];
    private readonly Dictionary<Likeness, TaskNode?> _byLikeness = [];
    private readonly Dictionary<(int, int), TaskThread> _threads = [];

    private TaskMatching(TaskGraph before, TaskGraph after)
    {
        IsSameProcess = before.Target.Pid is { } pid && after.Target.Pid == pid && before.Target.Name == after.Target.Name;
        if (!IsSameProcess)
            return;
        foreach (var node in before.Nodes)
        {
            if (node.Id is { } id)
                _byId.TryAdd(id.Value, node);
            var likeness = Likeness.Of(node);
            _byLikeness[likeness] = _byLikeness.ContainsKey(likeness) ? null : node;
        }

        foreach (var thread in before.Threads)
            _threads.TryAdd((thread.ManagedId, thread.OSId), thread);
    }

    /// <summary>Gets whether both looks were at the same process, by its id and name; if not, nothing is known again.</summary>
    public bool IsSameProcess { get; }

    /// <summary>Compares two looks.</summary>
    public static TaskMatching Of(TaskGraph before, TaskGraph after) => new(before, after);

    /// <summary>Gives what a task of the later look was in the earlier one; null when it was not there, or is not known again.</summary>
    public TaskNode? Before(TaskNode after) => !IsSameProcess ? null
        : after.Id is { } id ? _byId.TryGetValue(id.Value, out var known) && known.Type == after.Type && known.Method == after.Method ? known : null
        : _byLikeness.GetValueOrDefault(Likeness.Of(after));

    /// <summary>Tells whether two sights of one task show it at the same place, waiting for the same object.</summary>
    public static bool IsAtSamePlace(TaskNode before, TaskNode after) => before.State == after.State && Likeness.Of(before) == Likeness.Of(after);

    /// <summary>Gives what a thread of the later look was in the earlier one, if it was blocked there on the same.</summary>
    public TaskThread? Before(TaskThread after) =>
        _threads.TryGetValue((after.ManagedId, after.OSId), out var before) && before.Frame == after.Frame && before.BlockedOn?.Kind == after.BlockedOn?.Kind
        && before.BlockedOn?.Address == after.BlockedOn?.Address
            ? before
            : null;

    private readonly record struct Likeness(ObjectAddress Address, string Type, TaskMethod? Method, AwaitPoint? Point, ObjectAddress Awaited)
    {
        public static Likeness Of(TaskNode node) => new(node.Address, node.Type, node.Method, node.Point, node.Awaits?.Address ?? node.Wait?.Address ?? default);
    }
}
