namespace TaskFind.Model;

/// <summary>Something that runs when a task completes; exactly one of the facts fits its kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Address">The registered object (<c>m_continuationObject</c> or an item of its list).</param>
public sealed record Continuation(ContinuationKind Kind, ObjectAddress Address)
{
    /// <summary>Gets the waiting node of <see cref="ContinuationKind.Node"/>.</summary>
    public TaskNode? Waiter { get; init; }

    /// <summary>Gets the method of <see cref="ContinuationKind.Delegate"/>, when it could be named.</summary>
    public TaskMethod? Method { get; init; }

    /// <summary>Gets the managed id of the thread of <see cref="ContinuationKind.BlockedThread"/>.</summary>
    public int? Thread { get; init; }

    /// <summary>Gets the type's name of <see cref="ContinuationKind.Other"/>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the SynchronizationContext or TaskScheduler it is sent through, <c>SynchronizationContext UiContext</c>.</summary>
    public string? Via { get; init; }
}
