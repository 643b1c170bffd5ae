namespace TaskFind.Model;

/// <summary>A managed thread of the target.</summary>
/// <param name="ManagedId">The number that <c>Thread.ManagedThreadId</c> gives.</param>
/// <param name="OSId">The operating system's thread id.</param>
/// <param name="Name">The thread's name, when it has one.</param>
public sealed record TaskThread(int ManagedId, int OSId, string? Name)
{
    /// <summary>Gets whether it is a worker of the thread pool.</summary>
    public bool IsPool { get; init; }

    /// <summary>Gets its current SynchronizationContext, to which methods that it starts are sent back; null for none.</summary>
    public ObjectAddress? Context { get; init; }

    /// <summary>Gets what the thread is blocked on: a task, a semaphore, a monitor …; null when it is not blocked, or on something unknown.</summary>
    public Wait? BlockedOn { get; init; }

    /// <summary>Gets the innermost task that it runs.</summary>
    public TaskNode? Runs { get; init; }

    /// <summary>Gets the monitors and locks that it holds and that others may be blocked on, each as those others wait for it.</summary>
    public IReadOnlyList<ResourceWait> Holds { get; init; } = [];

    /// <summary>Gets its managed frames, the innermost first: the innermost sixteen, and the innermost of the program when it is not among them.</summary>
    public IReadOnlyList<ThreadFrame> Frames { get; init; } = [];

    /// <summary>Gets how many frames that were read are not among them.</summary>
    public int OmittedFrames { get; init; }

    /// <summary>Gets the innermost frame of the program; null when all are the framework's.</summary>
    public ThreadFrame? Frame
    {
        get
        {
            foreach (var frame in Frames)
            {
                if (!frame.Method.IsFramework)
                    return frame;
            }

            return null;
        }
    }
}
