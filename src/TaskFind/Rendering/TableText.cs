using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Rendering;

/// <summary>Says tasks in cells for a table; the widths are the business of whoever lays it out.</summary>
internal sealed class TableText
{
    private readonly StandText _stand;
    private readonly WaitText _waits;
    private readonly ChainLeaves _leaves;
    private readonly bool _hasRequests;

    public TableText(TaskGraph graph, ReprOptions? options = null)
    {
        options ??= new ReprOptions();
        _stand = new StandText(PlaceNames.For(graph), options);
        _waits = new WaitText(_stand, options);
        _leaves = new ChainLeaves(graph);
        _hasRequests = graph.Requests.Count > 0;
        Columns = [new("name"), new("state", Cutting.ToFirstWord), new("method", Cutting.Start), new("at"), new("waits for"), new("since", IsOptional: true), .. _hasRequests ? [new Column("request", IsOptional: true)] : Array.Empty<Column>()];
    }

    /// <summary>Gets the columns; that of the request is there when the target handles some.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Gives the cells of a task, one for each column.</summary>
    public IReadOnlyList<string> Row(TaskNode node)
    {
        List<string> cells = [Escaping.Text(node.DisplayName), StateText.Of(node), Method(node), At(node, _stand), WaitsFor(node), (TimeLeft.Of(node.Wait) ?? TimeLeft.Of(_leaves.Leaf(node))) is { } left ? TimeLeftText.Of(left) : ""];
        if (_hasRequests)
            cells.Add(node.Request is { } request ? RequestText.Path(request) : "");
        return cells;
    }

    /// <summary>Names the method, or the type of what has none.</summary>
    public static string Method(TaskNode node) => node.Method is { } method ? WaitText.Call(method) : Escaping.Name(node.Type);

    /// <summary>Says how and where a task stands; that it awaits goes without saying.</summary>
    public static string At(TaskNode node, StandText stand)
    {
        const string awaits = "at ";
        var place = stand.Short(node).TrimStart();
        return place.StartsWith(awaits, StringComparison.Ordinal) ? place[awaits.Length..] : place;
    }

    /// <summary>Gives the next method and the end of the chain, or how the task ended.</summary>
    private string WaitsFor(TaskNode node)
    {
        if (node.Exception is { } exception)
            return "threw " + Escaping.Name(exception.Type);
        var words = new List<string>();
        var next = node is { IsDone: false, Wait: TaskWait { Target: { Method: not null } target } } ? target : (TaskNode?)null;
        if (next is { Method: { } first })
            words.Add(WaitText.Call(first));
        if (_leaves.Leaf(node) is { } leaf)
            words.Add(_waits.Short(leaf));
        else if (next is not null && _leaves.EndsInCircle(node))
            words.Add("...");
        else if (next is not null && _leaves.Last(node) is { Method: { } last } end && end != next)
            words.Add(WaitText.Call(last));
        return string.Join(", ", words);
    }
}
