using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>The tests that a search makes on one graph.</summary>
/// <param name="Node">Whether a node is meant.</param>
/// <param name="Running">Whether a method without a Task is meant.</param>
internal sealed record Matcher(Func<TaskNode, bool> Node, Func<RunningMethod, bool> Running);
