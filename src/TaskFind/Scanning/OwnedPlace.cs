namespace TaskFind.Scanning;

/// <summary>A waiter's place at what it waits for.</summary>
/// <param name="Owner">The semaphore, channel … itself.</param>
/// <param name="Position">The place in the queue, from 1.</param>
/// <param name="Waiters">How many stand in that queue.</param>
/// <param name="Side">Which queue, when there are several: <c>read</c>, <c>waitToWrite</c> …</param>
internal readonly record struct OwnedPlace(ulong Owner, int Position, int Waiters, string? Side);
