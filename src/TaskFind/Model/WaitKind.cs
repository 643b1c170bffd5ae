namespace TaskFind.Model;

/// <summary>The kinds of wait that have words of their own; one for each sealed <see cref="Wait"/> record.</summary>
public enum WaitKind : byte
{
    /// <summary>Another method's task: <see cref="TaskWait"/>.</summary>
    Task,

    /// <summary><c>Task.Delay</c>: <see cref="DelayWait"/>.</summary>
    Delay,

    /// <summary>A <c>TaskCompletionSource</c>: <see cref="CompletionSourceWait"/>.</summary>
    CompletionSource,

    /// <summary><c>Task.WhenAll</c>: <see cref="WhenAllWait"/>.</summary>
    WhenAll,

    /// <summary><c>Task.WhenAny</c>: <see cref="WhenAnyWait"/>.</summary>
    WhenAny,

    /// <summary><c>SemaphoreSlim.WaitAsync</c>: <see cref="SemaphoreWait"/>.</summary>
    Semaphore,

    /// <summary>Anything else, by its type's name: <see cref="OtherWait"/>.</summary>
    Other,
}
