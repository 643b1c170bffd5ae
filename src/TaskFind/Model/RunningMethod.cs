namespace TaskFind.Model;

/// <summary>An async method that a thread runs before its first suspension: it has no Task yet.</summary>
/// <param name="Thread">The managed id of the thread.</param>
/// <param name="Method">The method.</param>
/// <param name="Point">Where in it the thread stands.</param>
public sealed record RunningMethod(int Thread, TaskMethod Method, AwaitPoint Point);
