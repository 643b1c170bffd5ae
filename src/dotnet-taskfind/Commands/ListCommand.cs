using System.CommandLine;
using System.CommandLine.Parsing;
using TaskFind.Model;
using TaskFind.Queries;
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
    private readonly Option<bool> _framework = new("--framework") { Description = "The framework's own tasks too." };
    private readonly Option<bool> _promises = new("--promises") { Description = "Tasks without a method too: Task.Delay, TaskCompletionSource, WhenAll." };

    /// <summary>Creates the command.</summary>
    public ListCommand()
        : base("list", "List all tasks that are not done.", """
            dotnet-taskfind list 4711
            dotnet-taskfind list -n Shop --method 'OrderService.*' --state pending
            """)
    {
        _look.AddTo(this);
        _output.AddTo(this);
        _state.Validators.Add(StateIsKnown);
        _method.Validators.Add(ArgumentRules.IsMethodPattern);
        foreach (var option in new Option[] { _state, _method, _framework, _promises })
            Options.Add(option);
        SetAction(result => Run(_look.Read(result, result.GetValue(_method)), _output.Read(result), Filter(result)));
    }

    private static int Run(LookSettings settings, OutputSettings output, TaskFilter filter)
    {
        var graph = Looker.Look(settings);
        var listing = filter.Apply(graph);
        var shown = output.Limited(listing.Tasks);
        Answer.Write(output.File, answer =>
        {
            if (output.Format == OutputFormat.Json)
                answer.WriteJson(stream => JsonReport.Write(stream, graph, shown, Report(listing, output, settings, shown.Count)));
            else if (shown.Count > 0)
                WriteTable(answer, graph, shown, output.Full);
        });
        ListNotes.Write(listing, shown.Count);
        LookNotes.Write(graph, settings.Verbose);
        return Outcome.Of(graph.Coverage, listing.Tasks.Count > 0);
    }

    private static void WriteTable(Answer answer, TaskGraph graph, IReadOnlyList<TaskNode> tasks, bool full)
    {
        foreach (var line in TaskTable.Lines(answer, graph, tasks, full))
            answer.Writer.WriteLine(line);
    }

    private static JsonReportOptions Report(TaskListing listing, OutputSettings output, LookSettings settings, int printed) => new()
    {
        Tool = ToolVersion.Text,
        Query = settings.Look.Pattern is { } pattern ? $"list --method {pattern}" : "list",
        IgnoredCase = listing.IgnoredCase,
        HiddenDone = listing.HiddenDone,
        Omitted = listing.Tasks.Count - printed,
        Repr = output.Repr,
        Values = settings.Look.Values,
        Full = output.Full,
    };

    private TaskFilter Filter(ParseResult result) => new()
    {
        State = result.GetValue(_state) is { } state ? StateWord.TryParse(state) : null,
        Method = result.GetValue(_method) is { } method ? MethodPattern.Parse(method) : null,
        All = _output.Read(result).All,
        Framework = result.GetValue(_framework),
        Promises = result.GetValue(_promises),
    };

    private static void StateIsKnown(OptionResult option)
    {
        if (option.Tokens is [var token] && StateWord.TryParse(token.Value) is null)
            option.AddError($"'{token.Value}' is no state: --state takes {string.Join(", ", StateWord.Words)}.");
    }
}
