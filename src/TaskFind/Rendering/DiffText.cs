using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Diffs;

namespace TaskFind.Rendering;

/// <summary>Says what differs between two looks in cells for tables, and in lines.</summary>
internal sealed class DiffText(GraphDiff diff, ReprOptions options)
{
    private readonly StandText _before = new(PlaceNames.For(diff.Before), options);
    private readonly StandText _after = new(PlaceNames.For(diff.After), options);

    /// <summary>Gets the columns of <see cref="Row"/>.</summary>
    public static IReadOnlyList<Column> PlaceColumns { get; } =
        [new("before"), new("after"), new("change"), new("same", IsOptional: true), new("method", Cutting.Start), new("at", Cutting.Start)];

    /// <summary>Gets the columns of <see cref="Moved"/>.</summary>
    public static IReadOnlyList<Column> MovedColumns { get; } = [new("moved"), new("method", Cutting.Start), new("from", Cutting.Start), new("to", Cutting.Start)];

    /// <summary>Gives the cells of a place.</summary>
    public IReadOnlyList<string> Row(PlaceChange place) =>
    [
        Say($"{place.Before}"),
        Say($"{place.After}"),
        place.Change == 0 ? "" : Say($"{place.Change:+0;-0}{(place.Before == 0 ? " new" : place.After == 0 ? " gone" : "")}"),
        place.Same is { } same and > 0 ? Say($"{same}") : "",
        TableText.Method(place.First),
        At(place.First),
    ];

    /// <summary>Gives the cells of a task that is elsewhere now.</summary>
    public IReadOnlyList<string> Moved((TaskNode Before, TaskNode After) task) =>
        [Escaping.Text(task.After.DisplayName), TableText.Method(task.After), Place(task.Before, task.After), At(task.After)];

    /// <summary>Gives the lines that no table has, for a reader of the answer.</summary>
    public IReadOnlyList<string> Lines()
    {
        if (diff.Ended.Count == 0)
            return [];
        var names = string.Join(", ", diff.Ended.Take(Limits.Text.Named).Select(t => t.DisplayName));
        return [Say($"Done or gone, known by {(diff.Ended.Count == 1 ? "its id" : "their ids")}: {names}{(diff.Ended.Count > Limits.Text.Named ? Say($" and {diff.Ended.Count - Limits.Text.Named} more") : "")}.")];
    }

    /// <summary>Gives what somebody has to know to read the answer right.</summary>
    public IReadOnlyList<string> Notes(int shown)
    {
        var notes = new List<string>();
        if (!diff.Matching.IsSameProcess)
            notes.Add($"Two processes are compared, {Both()}: addresses and ids of one mean nothing in the other, so only counts are claimed.");
        else if (diff.Before.TakenAt > diff.After.TakenAt)
            notes.Add("The first was taken later than the second: name the earlier one first, and new is new.");
        var changed = diff.Places.Count(p => p.Change != 0);
        var still = diff.Places.Where(p => p.Change == 0).ToArray();
        if (still.Length > 0 && shown <= changed)
            notes.Add(Say($"As many as before: {Counted(still.Sum(p => p.After), "task", "tasks")} at {Counted(still.Length, "place", "places")}{Same(still)} (--all)."));
        if (shown < changed)
            notes.Add(Say($"Not shown: {Counted(changed - shown, "more place", "more places")} that changed (--limit)."));
        if (!diff.IsDifferent)
            notes.Add("Nothing differs.");
        return notes;
    }

    private string Same(PlaceChange[] still) => diff.Matching.IsSameProcess ? Say($", {still.Sum(p => p.Same ?? 0)} of them known to be the same") : "";

    // The method is named once, unless it is another one: an id that is used again would be a task of another method.
    private string Place(TaskNode before, TaskNode after) =>
        before.Method?.Signature == after.Method?.Signature ? At(before) : $"{TableText.Method(before)} {At(before)}";

    private string At(TaskNode node) => TableText.At(node, node.Graph == diff.Before ? _before : _after);

    private string Both() => diff.After.Target.Pid is not null && Target(diff.Before) == Target(diff.After)
        ? $"both {Target(diff.After)}, which was restarted in between"
        : $"{Target(diff.Before)} and {Target(diff.After)}";

    private static string Target(TaskGraph graph) => graph.Target.Pid is { } pid ? Say($"{Escaping.Text(graph.Target.Name)} (pid {pid})") : Escaping.Text(graph.Target.Name);

    private static string Counted(int count, string one, string many) => Say($"{count:N0} {(count == 1 ? one : many)}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
