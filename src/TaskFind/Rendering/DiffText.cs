using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries;

namespace TaskFind.Rendering;

/// <summary>Says what two looks differ in.</summary>
internal sealed class DiffText(GraphDiff diff, TaskGraph before, TaskGraph after, ReprOptions options)
{
    private readonly StandText _stand = new(PlaceNames.For(after), options);
    private readonly WaitText _before = new(new StandText(PlaceNames.For(before), options), options);
    private readonly WaitText _after = new(new StandText(PlaceNames.For(after), options), options);

    /// <summary>Gets the columns of the table of places.</summary>
    public static IReadOnlyList<Column> Columns { get; } = [new("before"), new("after"), new("change", IsOptional: true), new("same", IsOptional: true), new("moved here", IsOptional: true), new("where")];

    /// <summary>Gives the cells of a place.</summary>
    public IReadOnlyList<string> Row(PlaceChange place) =>
    [
        Say($"{place.Before}"),
        Say($"{place.After}"),
        place switch { { Before: 0 } => "new", { After: 0 } => "gone", { More: 0 } => "", { More: var more } => Say($"{more:+0;-0}") },
        place.Same == 0 ? "" : Say($"{place.Same}"),
        place.MovedHere == 0 ? "" : Say($"{place.MovedHere}"),
        WaitText.Call(place.Method) + (place.Point is { } point ? _stand.At(point) : ""),
    ];

    /// <summary>Says which single tasks are known to have moved.</summary>
    public IEnumerable<string> Moved(int limit) => diff.Moved.Take(limit).Select(m => $"{m.After.DisplayName} moved: {_before.Node(m.Before)}, now {_after.Node(m.After)}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
