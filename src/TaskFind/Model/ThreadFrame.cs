namespace TaskFind.Model;

/// <summary>A frame of a thread's stack.</summary>
/// <param name="Method">The method, an async one for its <c>MoveNext</c>.</param>
/// <param name="Point">Where in it the thread stands; without a line for the framework's methods.</param>
public sealed record ThreadFrame(TaskMethod Method, AwaitPoint Point);
