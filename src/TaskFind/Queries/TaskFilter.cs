using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Queries;

/// <summary>
/// Which tasks a list shows: those of the program's own methods that are not done. The framework's own are left out even when a method of
/// the program awaits them, since that method's line says so already; a pattern that names them brings them back.
/// </summary>
internal sealed record TaskFilter
{
    /// <summary>Gets the state that is wanted, in our words or as a <see cref="TaskStatus"/>; null for any.</summary>
    public StateWord? State { get; init; }

    /// <summary>Gets the method that is wanted.</summary>
    public MethodPattern? Method { get; init; }

    /// <summary>Gets what must be waited for in the end.</summary>
    public WaitWord? Waits { get; init; }

    /// <summary>Gets whether tasks that are done are shown.</summary>
    public bool All { get; init; }

    /// <summary>Gets whether the framework's own tasks are shown.</summary>
    public bool Framework { get; init; }

    /// <summary>Gets whether tasks without a method are shown (Delay, WhenAll, TaskCompletionSource).</summary>
    public bool Promises { get; init; }

    /// <summary>Chooses the tasks and counts what was left out by default.</summary>
    public TaskListing Apply(TaskGraph graph)
    {
        var test = MethodTest(graph, out var ignoredCase);
        var tasks = new TaskNodes(graph);
        int done = 0, framework = 0, promises = 0;
        var leaves = Waits is null ? null : new ChainLeaves(graph);
        foreach (var node in graph.Nodes)
        {
            if (!test(node) || State?.Fits(node) == false || Waits?.Fits(node, leaves!) == false)
                continue;
            if (node.Method is null && !Promises)
                promises++;
            else if (node.IsFramework && !Framework && Method is null)
                framework++;
            else if (node.IsDone && !All && State is null)
                done++;
            else
                tasks.Add(node);
        }

        return new TaskListing(tasks) { HiddenDone = done, HiddenFramework = framework, HiddenPromises = promises, IgnoredCase = ignoredCase };
    }

    private Func<TaskNode, bool> MethodTest(TaskGraph graph, out bool ignoredCase)
    {
        ignoredCase = false;
        if (Method is null)
            return _ => true;
        var methods = Method.MatchAll(graph.Methods, ignoreCase: false);
        if (!methods.Contains(true))
        {
            methods = Method.MatchAll(graph.Methods, ignoreCase: true);
            ignoredCase = methods.Contains(true);
        }

        return node => node.MethodIndex >= 0 && methods[node.MethodIndex];
    }
}
