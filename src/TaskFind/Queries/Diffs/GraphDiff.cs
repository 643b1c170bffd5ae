using System.Runtime.InteropServices;
using TaskFind.Model;

namespace TaskFind.Queries.Diffs;

/// <summary>What is new, gone, still there and elsewhere between two looks: counts for each method and place, and single tasks as far as they are known by their ids.</summary>
internal sealed class GraphDiff
{
    private GraphDiff(TaskMatching matching, TaskFilter filter)
    {
        Matching = matching;
        var (olds, news) = (filter.Apply(Before).Tasks, filter.Apply(After).Tasks);
        Places = Count(olds, news);
        Moved = [.. news.Where(n => n.Id is not null && BeforeOf(n) is { } old && PlaceOf(old) != PlaceOf(n)).Select(n => (matching.BeforeOf(n)!.Value, n))];
        if (matching.IsSameProcess)
            Ended = [.. olds.Where(o => o.Id is not null && matching.AfterOf(o) is null or { IsDone: true })];
    }

    /// <summary>Gets the look before.</summary>
    public TaskGraph Before => Matching.Before;

    /// <summary>Gets the look after.</summary>
    public TaskGraph After => Matching.After;

    /// <summary>Gets which task is which.</summary>
    public TaskMatching Matching { get; }

    /// <summary>Gets the places, those with the largest change first, those without one at the end.</summary>
    public IReadOnlyList<PlaceChange> Places { get; }

    /// <summary>Gets the tasks that are known by their ids and stand elsewhere now.</summary>
    public IReadOnlyList<(TaskNode Before, TaskNode After)> Moved { get; }

    /// <summary>Gets the tasks that are known by their ids and are done, or nowhere any more.</summary>
    public IReadOnlyList<TaskNode> Ended { get; } = [];

    /// <summary>Gets whether anything differs.</summary>
    public bool IsDifferent => Moved.Count > 0 || Ended.Count > 0 || Places.Any(p => p.Change != 0);

    /// <summary>Compares two looks, the earlier one first, as far as a filter shows their tasks.</summary>
    public static GraphDiff Of(TaskGraph before, TaskGraph after, TaskFilter filter) => new(TaskMatching.Of(before, after), filter);

    private TaskNode? BeforeOf(TaskNode node) => Matching.BeforeOf(node);

    private int PlaceOf(TaskNode node) => Matching.Places.Of(node);

    private PlaceChange[] Count(IReadOnlyList<TaskNode> olds, IReadOnlyList<TaskNode> news)
    {
        var counts = new Dictionary<int, (TaskNode First, int Before, int After, int Same)>();
        foreach (var node in news)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, PlaceOf(node), out var isThere);
            if (!isThere)
                count.First = node;
            count.After++;
            if (BeforeOf(node) is { } before && PlaceOf(before) == PlaceOf(node))
                count.Same++;
        }

        foreach (var node in olds)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, PlaceOf(node), out var isThere);
            if (!isThere)
                count.First = node;
            count.Before++;
        }

        return
        [
            .. counts.Values
                .Select(c => new PlaceChange(c.First, c.Before, c.After, Matching.IsSameProcess ? c.Same : null))
                .OrderByDescending(c => Math.Abs(c.Change)).ThenByDescending(c => c.After),
        ];
    }
}
