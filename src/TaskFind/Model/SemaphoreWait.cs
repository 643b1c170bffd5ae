namespace TaskFind.Model;

/// <summary>A wait for <c>SemaphoreSlim.WaitAsync</c>.</summary>
/// <param name="Address">The waiter's task (<c>SemaphoreSlim+TaskNode</c>).</param>
/// <param name="Value">The semaphore's count; null when the semaphore was not found.</param>
/// <param name="Waiter">The position in the queue, from 1; null when the semaphore was not found.</param>
/// <param name="Waiters">How many wait asynchronously; null when the semaphore was not found.</param>
public sealed record SemaphoreWait(ObjectAddress Address, int? Value, int? Waiter, int? Waiters) : Wait(Address)
{
    /// <summary>Gets the semaphore itself; null when it was not found.</summary>
    public ObjectAddress? Semaphore { get; init; }

    /// <inheritdoc/>
    public override WaitKind Kind => WaitKind.Semaphore;
}
