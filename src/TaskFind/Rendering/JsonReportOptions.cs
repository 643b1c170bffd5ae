using TaskFind.Queries;
using TaskFind.Queries.Diffs;
using TaskFind.Queries.Findings;
using TaskFind.Queries.Groups;
using TaskFind.Queries.Trees;

namespace TaskFind.Rendering;

/// <summary>What a <see cref="JsonReport"/> says besides the tasks.</summary>
internal sealed record JsonReportOptions
{
    /// <summary>Gets the tool's version.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets the question, <c>find OrderRepo.LoadAsync</c>.</summary>
    public string? Query { get; init; }

    /// <summary>Gets why there is no task; null when there is one.</summary>
    public NoMatch? NoMatch { get; init; }

    /// <summary>Gets whether the words fitted only without regard to case.</summary>
    public bool IgnoredCase { get; init; }

    /// <summary>Gets how many tasks that are done fit and were not asked for.</summary>
    public int HiddenDone { get; init; }

    /// <summary>Gets how many tasks a limit left out.</summary>
    public int Omitted { get; init; }

    /// <summary>Gets the tree that is asked for.</summary>
    public AwaitTree? Tree { get; init; }

    /// <summary>Gets the groups that are asked for.</summary>
    public IReadOnlyList<TaskGroup>? Groups { get; init; }

    /// <summary>Gets the findings that are asked for.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>Gets how many tasks a finding names at the most; null for all.</summary>
    public int? FindingLimit { get; init; }

    /// <summary>Gets the comparison that is asked for.</summary>
    public GraphDiff? Diff { get; init; }

    /// <summary>Gets how many places, and how many tasks, a comparison names at the most; null for all.</summary>
    public int? DiffLimit { get; init; }

    /// <summary>Gets whether each task carries its repr.</summary>
    public bool Repr { get; init; }

    /// <summary>Gets whether results are written.</summary>
    public bool Values { get; init; }

    /// <summary>Gets whether nothing is left out of texts.</summary>
    public bool Full { get; init; }

    /// <summary>Gets whether the document is broken into lines.</summary>
    public bool Indented { get; init; } = true;
}
