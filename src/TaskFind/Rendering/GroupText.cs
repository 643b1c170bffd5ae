using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Rendering;

/// <summary>Says groups of tasks in cells for a table.</summary>
internal sealed class GroupText
{
    private readonly StandText _stand;
    private readonly WaitText _waits;
    private readonly Holders _holders;

    public GroupText(TaskGraph graph, Holders holders, ReprOptions? options = null)
    {
        options ??= new ReprOptions();
        _holders = holders;
        _stand = new StandText(PlaceNames.For(graph), options);
        _waits = new WaitText(_stand, options);
    }

    /// <summary>Gets the columns of <see cref="Row"/>.</summary>
    public static IReadOnlyList<Column> Columns { get; } = [new("tasks"), new("state", Cutting.ToFirstWord), new("method", Cutting.Start), new("at"), new("waits for"), new("since", IsOptional: true)];

    /// <summary>Gets the columns of <see cref="Wait"/>.</summary>
    public static IReadOnlyList<Column> WaitColumns { get; } = [new("tasks"), new("wait for"), new("in", Cutting.Start), new("at"), new("since", IsOptional: true)];

    /// <summary>Gives the cells of a group.</summary>
    public IReadOnlyList<string> Row(TaskGroup group) => [Count(group), StateText.Of(group.First), TableText.Method(group.First), At(group), WaitsFor(group), Since(group)];

    /// <summary>Gives the cells of a group with what it waits for first.</summary>
    public IReadOnlyList<string> Wait(TaskGroup group) => [Count(group), WaitsFor(group), TableText.Method(group.First), At(group), Since(group)];

    /// <summary>Says a thread's wait: the place where the program waits, and for what.</summary>
    public string Thread(ThreadGroup group)
    {
        var place = ThreadText.Place(group.First, _stand);
        var wait = group.Threads.Count == 1 || group.BlockedOn is TaskWait ? _waits.Short(group.BlockedOn) : _waits.Alike(group.BlockedOn);
        return $"{ThreadText.Who(group.Threads)}{(place.Length == 0 ? "" : " in " + place)} on {wait}";
    }

    private string WaitsFor(TaskGroup group)
    {
        if (group.IsCircle)
            return "each other, in a circle";
        if (group.Leaf is not { } leaf)
            return "";
        return (group.Tasks.Count == 1 ? _waits.Short(leaf) : _waits.Alike(leaf)) + HolderText.Suffix(_holders.Of(leaf), _waits);
    }

    private string At(TaskGroup group) => group.Tasks.Count > 1 && group.First.Point is { Kind: AwaitPointKind.Running } point
        ? "running" + _stand.At(point)
        : TableText.At(group.First, _stand);

    private static string Count(TaskGroup group) => group.Tasks.Count.ToString(CultureInfo.InvariantCulture);

    private static string Since(TaskGroup group) => group is { Soonest: { } soonest, Latest: { } latest } ? TimeLeftText.Of(soonest, latest) : "";
}
