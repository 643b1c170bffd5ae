using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>The answer to a search.</summary>
/// <param name="Matches">The tasks found, in heap order.</param>
/// <param name="Running">The methods that run before their first await: they have no Task yet.</param>
public sealed record SearchResult(IReadOnlyList<TaskNode> Matches, IReadOnlyList<RunningMethod> Running)
{
    /// <summary>Gets whether the words fitted only when upper and lower case were taken as the same.</summary>
    public bool IgnoredCase { get; init; }

    /// <summary>Gets how many tasks fit but are done and were not asked for.</summary>
    public int HiddenDone { get; init; }

    /// <summary>Gets why there is no match; null when there is one.</summary>
    public NoMatch? NoMatch { get; init; }
}
