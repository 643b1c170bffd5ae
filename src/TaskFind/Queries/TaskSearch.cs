using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>Searches a graph for the tasks that somebody means.</summary>
internal static class TaskSearch
{
    /// <summary>Searches as typed, then, if nothing fits, without regard to case; throws <see cref="FormatException"/> when the words cannot be read.</summary>
    public static SearchResult Find(TaskGraph graph, string what, SearchOptions? options = null)
    {
        var wanted = What.Parse(what);
        var result = Find(graph, wanted, options ?? new SearchOptions(), ignoreCase: false);
        if (IsEmpty(result))
        {
            var relaxed = Find(graph, wanted, options ?? new SearchOptions(), ignoreCase: true);
            result = IsEmpty(relaxed) ? result : relaxed with { IgnoredCase = true };
        }

        return result.Matches.Count > 0 ? result : result with { NoMatch = NoMatchReasons.Explain(graph, wanted, result) };
    }

    private static bool IsEmpty(SearchResult result) => result.Matches.Count + result.Running.Count + result.HiddenDone == 0;

    private static SearchResult Find(TaskGraph graph, What wanted, SearchOptions options, bool ignoreCase)
    {
        var test = wanted.On(graph, ignoreCase);
        // An address or an id names one task: that it is done is the answer, not a reason to hide it.
        var showsDone = options.IncludeDone || wanted is AddressWhat or TaskIdWhat;
        var matches = new TaskNodes(graph);
        var hidden = 0;
        foreach (var node in graph.Nodes)
        {
            if (!test.Node(node))
                continue;
            if (node.IsDone && !showsDone)
                hidden++;
            else
                matches.Add(node);
        }

        return new SearchResult(matches, [.. graph.RunningMethods.Where(test.Running)]) { HiddenDone = hidden };
    }
}
