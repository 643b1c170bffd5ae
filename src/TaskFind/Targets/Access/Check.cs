namespace TaskFind.Targets.Access;

/// <summary>Is one thing that was examined on the way to a target.</summary>
/// <param name="What">The thing, in a word or two.</param>
/// <param name="Mark">How it stands.</param>
/// <param name="Says">What was found.</param>
internal sealed record Check(string What, CheckMark Mark, string Says);
