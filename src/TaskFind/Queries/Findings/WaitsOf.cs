using TaskFind.Model;

namespace TaskFind.Queries.Findings;

/// <summary>Stands, in a finding's words, for the whole chain of what a task waits for.</summary>
internal sealed record WaitsOf(TaskNode Node);
