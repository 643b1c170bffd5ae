using TaskFind.Model;

namespace TaskFind.Queries.Groups;

/// <summary>Threads that are blocked at one place on the same.</summary>
/// <param name="Threads">The threads.</param>
/// <param name="BlockedOn">What they are blocked on, with the facts that hold for all.</param>
internal sealed record ThreadGroup(IReadOnlyList<TaskThread> Threads, Wait BlockedOn)
{
    /// <summary>Gets the one that stands for all.</summary>
    public TaskThread First => Threads[0];

    /// <summary>Gives the groups of the blocked threads of a graph, those with most threads first.</summary>
    public static IReadOnlyList<ThreadGroup> Of(IEnumerable<TaskThread> threads) =>
    [
        .. threads.Where(t => t.BlockedOn is not null)
            .GroupBy(t => (t.Frame, Likeness(t.BlockedOn!)))
            .Select(g => new ThreadGroup([.. g], g.Select(t => t.BlockedOn!).Aggregate(WaitLikeness.Common)))
            .OrderByDescending(g => g.Threads.Count),
    ];

    /// <summary>Says what makes two waits of threads the same; of tasks, the method and its place.</summary>
    public static string Likeness(Wait wait) => wait is TaskWait { Target: var node } ? $"{node.MethodIndex}@{node.PointIndex}" : WaitLikeness.Of(wait);
}
