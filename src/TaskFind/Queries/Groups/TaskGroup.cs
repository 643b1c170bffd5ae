using TaskFind.Model;

namespace TaskFind.Queries.Groups;

/// <summary>Tasks of one method that stand at one place and wait in the end for the same.</summary>
/// <param name="Tasks">The tasks, in heap order.</param>
/// <param name="Leaf">What the chain of each ends at, with the facts that hold for all; null when it runs, is queued, or that is not known.</param>
/// <param name="IsCircle">Whether the chains run into a circle of tasks that await each other.</param>
internal sealed record TaskGroup(IReadOnlyList<TaskNode> Tasks, Wait? Leaf, bool IsCircle)
{
    /// <summary>Gets the one that stands for all.</summary>
    public TaskNode First => Tasks[0];

    /// <summary>Gets the least time that is left for one of them; null where no timer ends the wait.</summary>
    public TimeLeft? Soonest { get; init; }

    /// <summary>Gets the most time that is left for one of them.</summary>
    public TimeLeft? Latest { get; init; }
}
