namespace TaskFind.Queries;

/// <summary>Why a search found no task.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Text">The reason in a sentence or two, with what to do.</param>
/// <param name="Nearest">The names of methods that are much like the one searched for, best first.</param>
public sealed record NoMatch(NoMatchReason Reason, string Text, IReadOnlyList<string> Nearest);
