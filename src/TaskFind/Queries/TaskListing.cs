using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>The tasks that a <see cref="TaskFilter"/> chose, with what it left out.</summary>
internal sealed record TaskListing(IReadOnlyList<TaskNode> Tasks)
{
    /// <summary>Gets how many were left out for being done.</summary>
    public int HiddenDone { get; init; }

    /// <summary>Gets how many were left out for being the framework's own.</summary>
    public int HiddenFramework { get; init; }

    /// <summary>Gets how many were left out for having no method.</summary>
    public int HiddenPromises { get; init; }

    /// <summary>Gets whether the method's pattern fitted only without regard to case.</summary>
    public bool IgnoredCase { get; init; }
}
