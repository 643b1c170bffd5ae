namespace TaskFind.Queries.Trees;

/// <summary>Tasks that stand alike and wait for the same: one line of a tree.</summary>
/// <param name="Shape">The number that all such tasks have in common.</param>
/// <param name="Members">The tasks that this line stands for, each once.</param>
internal sealed record Branch(int Shape, IReadOnlyList<int> Members);
