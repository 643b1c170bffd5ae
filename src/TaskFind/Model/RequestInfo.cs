namespace TaskFind.Model;

/// <summary>An HTTP request that the server of the target is handling.</summary>
/// <param name="Task">The top task of its handling, which awaits all the rest.</param>
/// <param name="Method">GET, POST …; null when it could not be read.</param>
/// <param name="Path">The path without the query, raw from the target.</param>
/// <param name="Route">The route that was chosen, <c>/checkout/{id}</c>; null before that, and when there is none.</param>
/// <param name="Age">How long it has been handled; null when the program keeps no start time, and in a dump, which has no sure now.</param>
public sealed record RequestInfo(TaskNode Task, string? Method, string? Path, string? Route, TimeSpan? Age);
