using System.Collections;

namespace TaskFind.Model;

/// <summary>A list of nodes of one graph, kept as their ordinals: a million references to the graph would be looked at by each garbage collection.</summary>
internal sealed class TaskNodes(TaskGraph graph) : IReadOnlyList<TaskNode>
{
    private readonly Rows<int> _ordinals = new();

    public int Count => _ordinals.Count;

    public TaskNode this[int index] => new(graph, _ordinals[index]);

    public void Add(TaskNode node) => _ordinals.Add(node.Ordinal.Value);

    public IEnumerator<TaskNode> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
