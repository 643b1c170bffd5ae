using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>Finds the words for a search without a match.</summary>
internal static class NoMatchReasons
{
    private const string Gone = "Finished tasks are there only while something keeps them alive.";

    public static NoMatch Explain(TaskGraph graph, What wanted, SearchResult result) => wanted switch
    {
        _ when result.Running.Count > 0 => Running(result.Running),
        _ when result.HiddenDone > 0 => new(
            NoMatchReason.NothingSuspended,
            $"Nothing of '{wanted.Text}' is pending; {Counted(result.HiddenDone, "task is", "tasks are")} done (--all).",
            []),
        MethodWhat method => Method(graph, method.Pattern),
        PlaceWhat place => Place(graph, place),
        RequestWhat => new(
            NoMatchReason.NothingSuspended,
            $"No request to '{wanted.Text}' is being handled; {Counted(graph.Requests.Count, "request is", "requests are")} being handled in all.",
            []),
        _ => new(NoMatchReason.NoSuchTask, $"No task is '{wanted.Text}'. Addresses hold for one look only, and most tasks have no Task.Id; search by method.", []),
    };

    private static NoMatch Running(IReadOnlyList<RunningMethod> running)
    {
        var first = running[0];
        var more = running.Count > 1 ? $" (and {running.Count - 1} more like it)" : "";
        return new(
            NoMatchReason.RunningBeforeFirstAwait,
            $"{first.Method.DisplayName} runs on thread {first.Thread}{more} and has not reached an await that waits: it has no Task yet. Look again later.",
            []);
    }

    private static NoMatch Method(TaskGraph graph, MethodPattern pattern)
    {
        if (graph.LoadedMethods is not { } loaded)
        {
            var why = graph.Target.Kind == TargetKind.Capture
                ? $"No task of this capture runs '{pattern.Text}'; a capture does not keep the loaded methods, so it cannot say why: the method may have been done, not called, not async, or spelt otherwise."
                : $"No task runs '{pattern.Text}'; this look did not keep the loaded methods (LookOptions.Pattern), so it cannot say why.";
            return new(
                NoMatchReason.Unknown,
                why + Chains(graph),
                NearestNames.Of(pattern, graph));
        }

        var named = LoadedMatches.Of(loaded, pattern);
        if (named.Example(MethodShape.RuntimeAsync) is { } runtimeAsync)
        {
            return new(
                NoMatchReason.RuntimeAsync,
                $"{runtimeAsync} is compiled with runtime-async, which is not supported yet ({Counted(graph.RuntimeAsyncChains, "suspended chain", "suspended chains")} of such methods seen).",
                []);
        }

        if (named.Example(MethodShape.Async) is { } suspends)
        {
            return new(
                NoMatchReason.NothingSuspended,
                $"{suspends} is async, but no call of it is suspended now: it was never called, is done, or ran through without waiting. {Gone}",
                []);
        }

        if (named.Example(MethodShape.Sync) is { } sync)
            return new(NoMatchReason.NotAsync, $"{sync} is not an async method, so no Task runs it; search for the async method that calls it.", []);
        return NotLoaded(graph, loaded, pattern);
    }

    private static NoMatch NotLoaded(TaskGraph graph, IReadOnlyList<LoadedMethod> loaded, MethodPattern pattern)
    {
        if (pattern.AnyOverload() is { } any && LoadedMatches.Of(loaded, any) is { IsEmpty: false } others)
            return new(NoMatchReason.NotLoaded, $"No method '{pattern.Text}' is loaded, but {(others.SignatureCount > Limits.Graph.Signatures ? $"{others.SignatureCount} " : "")}others of its name are.", others.Signatures());
        if (pattern.Members() is { } members && LoadedMatches.Of(loaded, members) is { IsEmpty: false })
            return new(NoMatchReason.NotLoaded, $"'{pattern.Text}' is a type and not a method: '{pattern.Text}.*' names all of its methods.", []);
        return new(
            NoMatchReason.NotLoaded,
            $"No method '{pattern.Text}' is loaded: check the spelling, or it may be in a module that is not loaded yet.{Chains(graph)}",
            NearestNames.Of(pattern, graph));
    }

    private static NoMatch Place(TaskGraph graph, PlaceWhat place) =>
        graph.Points.Any(p => p.Line is { } line && place.IsFile(line.File, ignoreCase: true))
            ? new(NoMatchReason.NothingSuspended, $"No task stands at line {place.Line} of {place.File}. {Gone}", [])
            : new(NoMatchReason.NotLoaded, $"No task stands in a file '{place.File}': check the name, and that the PDB of its module was found.", []);

    private static string Chains(TaskGraph graph) => graph.RuntimeAsyncChains == 0 ? "" :
        $" {Counted(graph.RuntimeAsyncChains, "suspended chain", "suspended chains")} of runtime-async methods were seen, which are not supported yet.";

    private static string Counted(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
