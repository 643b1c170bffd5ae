using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>What a rule says of a graph: that something is wrong with these very tasks, or that it cannot tell.</summary>
public sealed record Finding
{
    internal Finding()
    {
    }

    /// <summary>Gets the name of the rule, <c>sync-over-async</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how bad it is.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Gets whether the rule cannot tell, for want of what the look has not seen: then nothing is claimed.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Gets what to do about it.</summary>
    public required string Advice { get; init; }

    /// <summary>Gets the tasks that it is about.</summary>
    public IReadOnlyList<TaskNode> Tasks { get; init; } = [];

    /// <summary>Gets the threads that it is about.</summary>
    public IReadOnlyList<TaskThread> Threads { get; init; } = [];

    /// <summary>Gets what several looks say of these tasks and threads; null after a single look.</summary>
    public Persistence? Persistence { get; init; }

    /// <summary>Gets how bad it is when several looks have found it stuck; null when that makes no difference.</summary>
    internal FindingSeverity? SeverityWhenStuck { get; init; }

    /// <summary>Gets a heading that says more than the name; null when the name is enough.</summary>
    internal FormattableString? Title { get; init; }

    /// <summary>Gets what is said of these very tasks.</summary>
    internal FormattableString Sentence { get; init; } = $"";

    /// <summary>Gets the facts that it stands on.</summary>
    internal IReadOnlyList<FindingEvidence> Evidence { get; init; } = [];

    /// <summary>Gets how many facts more there are of the same kind.</summary>
    internal int OmittedEvidence { get; init; }

    /// <summary>Gets the line that it is best shown at; null when none is known.</summary>
    public SourceLine? Line => Evidence.Select(e => e.Line).FirstOrDefault(l => l is not null);
}
