namespace TaskFind.Model;

/// <summary>What is registered to run when a task completes.</summary>
public enum ContinuationKind : byte
{
    /// <summary>Another node of the graph: a method that awaits it, or a promise such as WhenAll.</summary>
    Node,

    /// <summary>A delegate that no node owns.</summary>
    Delegate,

    /// <summary>A thread that is blocked on the task.</summary>
    BlockedThread,

    /// <summary>Any other object, by its type's name.</summary>
    Other,
}
