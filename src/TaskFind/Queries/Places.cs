using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>Numbers the places of tasks, the same ones of several graphs alike; each is looked at once for a graph.</summary>
internal sealed class Places
{
    /// <summary>Is the number of what has no method.</summary>
    public const int None = -1;

    private readonly Dictionary<Place, int> _numbers = [];
    private readonly Dictionary<(TaskGraph Graph, int Method, int Point), int> _known = [];

    /// <summary>Gives the number of the place of a task.</summary>
    public int Of(TaskNode node)
    {
        if (node.MethodIndex < 0)
            return None;
        var key = (node.Graph, node.MethodIndex, node.PointIndex);
        if (_known.TryGetValue(key, out var number))
            return number;
        if (!_numbers.TryGetValue(Place.Of(node)!.Value, out number))
            _numbers.Add(Place.Of(node)!.Value, number = _numbers.Count);
        _known.Add(key, number);
        return number;
    }
}
