using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;

namespace TaskFind;

/// <summary>What can be asked of a <see cref="TaskGraph"/>.</summary>
public static class TaskGraphExtensions
{
    /// <summary>
    /// Finds the tasks that are meant by a method pattern (<c>Type.Method</c>), an address (<c>0x7f…</c>), an id (<c>Task-7</c>) or a place
    /// (<c>File.cs:41</c>); throws <see cref="FormatException"/> for words that are none of these.
    /// </summary>
    public static SearchResult Find(this TaskGraph graph, string what, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return TaskSearch.Find(graph, what, options);
    }

    /// <summary>Says what is wrong, the worst first, and last what cannot be told: the rules of <c>dotnet-taskfind check</c>.</summary>
    public static IReadOnlyList<Finding> Check(this TaskGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return FindingCatalogue.Check(graph);
    }

    /// <summary>Says a finding of a graph in lines as <c>dotnet-taskfind check</c> does, with the target's strings escaped.</summary>
    public static IReadOnlyList<string> Describe(this Finding finding, TaskGraph graph)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(graph);
        return [.. new FindingText(graph, new ReprOptions()).Lines(finding)];
    }

    /// <summary>Prints a task on one line as <c>dotnet-taskfind find</c> does, with the target's strings escaped; <paramref name="full"/> leaves nothing out.</summary>
    public static string Describe(this TaskNode node, bool full = false) => new Repr(node.Graph, new ReprOptions { Full = full }).Line(node);
}
