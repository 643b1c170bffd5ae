namespace TaskFind.Model;

/// <summary>A managed thread of the target.</summary>
/// <param name="ManagedId">The number that <c>Thread.ManagedThreadId</c> gives.</param>
/// <param name="OSId">The operating system's thread id.</param>
/// <param name="Name">The thread's name, when it has one.</param>
public sealed record TaskThread(int ManagedId, int OSId, string? Name);
