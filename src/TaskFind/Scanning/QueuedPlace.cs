namespace TaskFind.Scanning;

/// <summary>Where in the queues of the thread pool an item stands.</summary>
/// <param name="Queue">Which queue: <c>global</c>, <c>highPriority</c> or <c>local</c>.</param>
/// <param name="Thread">The managed id of the worker that a local queue belongs to, 0 when it is not known.</param>
/// <param name="Position">The place, from 1, in the order in which other workers take.</param>
/// <param name="Items">How many items stand in that queue.</param>
internal readonly record struct QueuedPlace(string Queue, int Thread, long Position, long Items);
