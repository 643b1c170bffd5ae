using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>A search for the task with a Task.Id.</summary>
internal sealed record TaskIdWhat(string Text, TaskId Id) : What(Text)
{
    /// <inheritdoc/>
    public override Matcher On(TaskGraph graph, bool ignoreCase) => new(node => node.Id == Id, _ => false);
}
