using System.CommandLine;
using System.CommandLine.Parsing;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Groups;
using TaskFind.Rendering;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>All tasks of a target as a table.</summary>
internal sealed class ListCommand : ToolCommand
{
    private readonly LookOptionSet _look = new() { ShowsContext = true };
    private readonly OutputOptionSet _output = new();
    private readonly Option<string?> _state = new("--state") { Description = "Only tasks in this state: pending, cancelling, finished, cancelled, or a TaskStatus such as Faulted.", HelpName = "STATE" };
    private readonly Option<string?> _method = new("--method") { Description = "Only tasks of methods that match this pattern.", HelpName = "PATTERN" };
    private readonly Option<string?> _waits = new("--waits") { Description = $"Only tasks that wait in the end for this: {string.Join(", ", WaitWord.Words)}.", HelpName = "KIND" };
    private readonly Option<bool> _group = new("--group") { Description = "One line for all tasks that stand alike, those with most tasks first." };
    private readonly Option<bool> _framework = new("--framework") { Description = "The framework's own tasks too." };
    private readonly Option<bool> _promises = new("--promises") { Description = "Tasks without a method too: Task.Delay, TaskCompletionSource, WhenAll." };

    /// <summary>Creates the command.</summary>
    public ListCommand()
        : base("list", "List all tasks that are not done.", """
            dotnet-taskfind list 4711
            dotnet-taskfind list -n Shop --method 'OrderService.*' --state pending
            dotnet-taskfind list -n Shop --waits semaphore --group
            """)
    {
        _look.AddTo(this);
        _output.AddTo(this);
        _state.Validators.Add(StateIsKnown);
        _method.Validators.Add(ArgumentRules.IsMethodPattern);
        _waits.Validators.Add(WaitIsKnown);
        foreach (var option in new Option[] { _state, _method, _waits, _group, _framework, _promises })
            Options.Add(option);
        SetAction(result => Run(_look.Read(result, result.GetValue(_method)), _output.Read(result), Filter(result), result.GetValue(_group)));
    }

    private static int Run(LookSettings settings, OutputSettings output, TaskFilter filter, bool isGrouped)
    {
        var graph = Looker.Look(settings);
        var listing = filter.Apply(graph);
        if (isGrouped)
            WriteGroups(graph, listing, settings, output);
        else
            WriteTasks(graph, listing, settings, output);
        if (listing.Tasks.Count == 0 && settings.Look.Pattern is { } pattern && TaskSearch.Find(graph, pattern).NoMatch is { } none)
            SearchNotes.Write(none);
        LookNotes.Write(graph, settings.Verbose);
        return Outcome.Of(graph.Coverage, listing.Tasks.Count > 0);
    }

    private static void WriteTasks(TaskGraph graph, TaskListing listing, LookSettings settings, OutputSettings output)
    {
        var shown = output.Limited(listing.Tasks);
        Answer.Write(output.File, answer =>
        {
            if (output.Format == OutputFormat.Json)
                answer.WriteJson(stream => JsonReport.Write(stream, graph, shown, Report(listing, output, settings, listing.Tasks.Count - shown.Count)));
            else if (shown.Count > 0)
                answer.WriteTable(TaskTable.Lines(answer, graph, shown, output.Full));
        });
        ListNotes.Write(listing, listing.Tasks.Count - shown.Count);
    }

    private static void WriteGroups(TaskGraph graph, TaskListing listing, LookSettings settings, OutputSettings output)
    {
        var groups = TaskGroups.Of(listing.Tasks, new ChainLeaves(graph));
        var shown = output.Limited(groups);
        var omitted = groups.Skip(shown.Count).Sum(g => g.Tasks.Count);
        Answer.Write(output.File, answer =>
        {
            if (output.Format == OutputFormat.Json)
                answer.WriteJson(stream => JsonReport.Write(stream, graph, [], Report(listing, output, settings, omitted) with { Groups = shown }));
            else if (shown.Count > 0)
                answer.WriteTable(GroupTable.Lines(answer, graph, shown, output.Full));
        });
        ListNotes.Write(listing, omitted);
    }

    private static JsonReportOptions Report(TaskListing listing, OutputSettings output, LookSettings settings, int omitted) => new()
    {
        Tool = ToolVersion.Text,
        Query = settings.Look.Pattern is { } pattern ? $"list --method {pattern}" : "list",
        IgnoredCase = listing.IgnoredCase,
        HiddenDone = listing.HiddenDone,
        Omitted = omitted,
        Repr = output.Repr,
        Values = settings.Look.Values,
        Full = output.Full,
    };

    private TaskFilter Filter(ParseResult result) => new()
    {
        State = result.GetValue(_state) is { } state ? StateWord.TryParse(state) : null,
        Method = result.GetValue(_method) is { } method ? MethodPattern.Parse(method) : null,
        Waits = result.GetValue(_waits) is { } waits ? WaitWord.TryParse(waits) : null,
        All = _output.Read(result).All,
        Framework = result.GetValue(_framework),
        Promises = result.GetValue(_promises),
    };

    private static void StateIsKnown(OptionResult option)
    {
        if (option.Tokens is [var token] && StateWord.TryParse(token.Value) is null)
            option.AddError($"'{token.Value}' is no state: --state takes {string.Join(", ", StateWord.Words)}.");
    }

    private static void WaitIsKnown(OptionResult option)
    {
        if (option.Tokens is [var token] && WaitWord.TryParse(token.Value) is null)
            option.AddError($"'{token.Value}' is nothing that tasks wait for: --waits takes {string.Join(", ", WaitWord.Words)}.");
    }
}
