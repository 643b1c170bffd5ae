using TaskFind.Model;

namespace TaskFind.Queries.Groups;

/// <summary>Puts tasks together that a reader could not tell apart.</summary>
internal static class TaskGroups
{
    /// <summary>Gives the groups of some tasks of one graph, those with most tasks first; linear in tasks and chains.</summary>
    public static IReadOnlyList<TaskGroup> Of(IEnumerable<TaskNode> tasks, ChainLeaves leaves)
    {
        var groups = new Dictionary<(int Method, string Type, int Point, TaskState State, TaskStatus Status, string Wait), Growing>();
        foreach (var task in tasks)
        {
            var leaf = leaves.Leaf(task);
            var isCircle = leaves.IsCircle(task);
            var key = (task.MethodIndex, task.MethodIndex < 0 ? task.Type : "", task.PointIndex, task.State, task.Status, isCircle ? "circle" : WaitLikeness.Of(leaf));
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = new Growing(isCircle));
            group.Add(task, leaf);
        }

        return [.. groups.Values.Select(g => g.Done()).OrderByDescending(g => g.Tasks.Count)];
    }

    private sealed class Growing(bool isCircle)
    {
        private readonly List<TaskNode> _tasks = [];
        private Wait? _leaf;
        private TimeLeft? _soonest, _latest;

        public void Add(TaskNode task, Wait? leaf)
        {
            _leaf = _tasks.Count == 0 ? leaf : _leaf is null || leaf is null ? null : WaitLikeness.Common(_leaf, leaf);
            _tasks.Add(task);
            if (TimeLeft.Of(leaf) is not { } left)
                return;
            if (_soonest is null || left.CompareTo(_soonest.Value) < 0)
                _soonest = left;
            if (_latest is null || left.CompareTo(_latest.Value) > 0)
                _latest = left;
        }

        public TaskGroup Done() => new(_tasks, _leaf, isCircle) { Soonest = _soonest, Latest = _latest };
    }
}
