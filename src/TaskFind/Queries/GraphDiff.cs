using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>What two looks differ in: counts for each method and place, and of single tasks only what <see cref="TaskMatching"/> knows for certain.</summary>
internal sealed class GraphDiff
{
    private GraphDiff(bool isSameProcess, IReadOnlyList<PlaceChange> places, IReadOnlyList<(TaskNode Before, TaskNode After)> moved) => (IsSameProcess, Places, Moved) = (isSameProcess, places, moved);

    /// <summary>Gets whether both looks were at one process; else only counts are compared.</summary>
    public bool IsSameProcess { get; }

    /// <summary>Gets the places, those that changed most first.</summary>
    public IReadOnlyList<PlaceChange> Places { get; }

    /// <summary>Gets the tasks that are known by their Task.Id and stand elsewhere now.</summary>
    public IReadOnlyList<(TaskNode Before, TaskNode After)> Moved { get; }

    /// <summary>Gets whether there is any difference.</summary>
    public bool HasChanged => Moved.Count > 0 || Places.Any(p => !p.IsStill);

    /// <summary>Compares the tasks of methods that are not done.</summary>
    public static GraphDiff Of(TaskGraph before, TaskGraph after, bool framework = false)
    {
        var matching = TaskMatching.Of(before, after);
        var places = new Dictionary<(string, AwaitPoint?), Counting>();
        var moved = new List<(TaskNode Before, TaskNode After)>();
        foreach (var node in Shown(before, framework))
            At(places, node).Before++;
        foreach (var node in Shown(after, framework))
        {
            var place = At(places, node);
            place.After++;
            place.Example = node;
            if (matching.Before(node) is not { IsDone: false } was)
                continue;
            if (TaskMatching.IsAtSamePlace(was, node))
                place.Same++;
            else if (was.Point != node.Point)
            {
                place.MovedHere++;
                moved.Add((was, node));
            }
        }

        return new GraphDiff(matching.IsSameProcess, [.. places.Values.Select(p => p.Done()).OrderBy(p => p.IsStill).ThenByDescending(p => Math.Abs(p.More)).ThenByDescending(p => p.After)], moved);
    }

    private static IEnumerable<TaskNode> Shown(TaskGraph graph, bool framework) => graph.Nodes.Where(n => n is { IsDone: false, Method: not null } && (framework || !n.IsFramework));

    private static Counting At(Dictionary<(string, AwaitPoint?), Counting> places, TaskNode node)
    {
        var key = (node.Method!.Module + "!" + node.Method.Namespace + "." + node.Method.Signature, node.Point);
        if (!places.TryGetValue(key, out var place))
            places.Add(key, place = new Counting { Example = node });
        return place;
    }

    private sealed class Counting
    {
        public int Before { get; set; }

        public int After { get; set; }

        public int Same { get; set; }

        public int MovedHere { get; set; }

        public TaskNode Example { get; set; }

        public PlaceChange Done() => new(Example.Method!, Example.Point, Before, After, Same, MovedHere, Example);
    }
}
