using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>One of the facts that a finding stands on.</summary>
/// <param name="Words">What is said; its arguments are nodes, waits, threads, times, numbers and raw texts of the target.</param>
internal sealed record FindingEvidence(FormattableString Words)
{
    /// <summary>Gets the task that it is about.</summary>
    public TaskNode? Task { get; init; }

    /// <summary>Gets the thread that it is about.</summary>
    public TaskThread? Thread { get; init; }

    /// <summary>Gets where in the source that is.</summary>
    public SourceLine? Line => Task?.Point?.Line ?? Thread?.Frame?.Point.Line;
}
