namespace TaskFind.Model;

/// <summary>A method that the target has loaded, kept to say why a search found no task.</summary>
public sealed record LoadedMethod(TaskMethod Method, MethodShape Shape);
