namespace TaskFind.Scanning;

/// <summary>A waiter's place in a semaphore's queue.</summary>
/// <param name="Value">The semaphore's count.</param>
/// <param name="Position">The place, from 1.</param>
/// <param name="Waiters">How many wait.</param>
internal readonly record struct SemaphorePlace(int Value, int Position, int Waiters);
