using TaskFind.Model;
using TaskFind.Queries;

namespace TaskFind.Rendering;

/// <summary>Says tasks in cells for a table; the widths are the business of whoever lays it out.</summary>
internal sealed class TableText
{
    private readonly StandText _stand;
    private readonly WaitText _waits;

    public TableText(TaskGraph graph, ReprOptions? options = null)
    {
        options ??= new ReprOptions();
        _stand = new StandText(PlaceNames.For(graph), options);
        _waits = new WaitText(_stand, options);
    }

    /// <summary>Gets the columns.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
        [new("name"), new("state", Cutting.ToFirstWord), new("method", Cutting.Start), new("at"), new("waits for")];

    /// <summary>Gives the cells of a task, one for each column.</summary>
    public IReadOnlyList<string> Row(TaskNode node) =>
        [Escaping.Text(node.DisplayName), State(node), node.Method is { } method ? WaitText.Call(method) : Escaping.Name(node.Type), At(node), WaitsFor(node)];

    // The status is said where it is not what anybody would expect of the state.
    private static string State(TaskNode node) => (node.State, node.Status) switch
    {
        (TaskState.Pending or TaskState.Cancelling, TaskStatus.WaitingForActivation) or (TaskState.Finished, TaskStatus.RanToCompletion) or (TaskState.Cancelled, TaskStatus.Canceled)
            => node.State.ToString().ToLowerInvariant(),
        _ => $"{node.State.ToString().ToLowerInvariant()} ({node.Status})",
    };

    private string At(TaskNode node)
    {
        const string awaits = "at ";
        var place = _stand.Short(node).TrimStart();
        return place.StartsWith(awaits, StringComparison.Ordinal) ? place[awaits.Length..] : place;
    }

    /// <summary>Gives the next method and the end of the chain, or how the task ended.</summary>
    private string WaitsFor(TaskNode node)
    {
        if (node.Exception is { } exception)
            return "threw " + Escaping.Name(exception.Type);
        var chain = AwaitChain.From(node);
        var words = new List<string>();
        if (chain.Hops is [{ Method: { } first }, ..])
            words.Add(WaitText.Call(first));
        if (chain.Hops.Count > 1 && chain.End == ChainEnd.Nothing && chain.Hops[^1].Method is { } last)
            words.Add(WaitText.Call(last));
        if (chain.Leaf is { } leaf)
            words.Add(_waits.Short(leaf));
        if (chain.End is ChainEnd.Cycle or ChainEnd.Limit)
            words.Add("...");
        return string.Join(", ", words);
    }
}
