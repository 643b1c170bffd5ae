using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>A search for the tasks that run a method.</summary>
internal sealed record MethodWhat(string Text, MethodPattern Pattern) : What(Text)
{
    /// <inheritdoc/>
    public override Matcher On(TaskGraph graph, bool ignoreCase)
    {
        // A hundred thousand nodes share few methods, so each method is compared once.
        var methods = Pattern.MatchAll(graph.Methods, ignoreCase);
        return new Matcher(
            node => node.MethodIndex >= 0 && methods[node.MethodIndex],
            running => Pattern.Matches(running.Method, ignoreCase));
    }
}
