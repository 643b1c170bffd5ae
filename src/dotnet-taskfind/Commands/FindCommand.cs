using System.CommandLine;
using System.CommandLine.Parsing;
using TaskFind.Queries;
using TaskFind.Rendering;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>The main job: the tasks that run one method.</summary>
internal sealed class FindCommand : ToolCommand
{
    private readonly Argument<string> _what = new("what")
    {
        Description = "A method (Method, Type.Method, Ns.Type.Method, with * and ?, or with parameter types), an address 0x…, Task-7, File.cs:41, or an HTTP request by path or route, /checkout or GET /checkout/{id}.",
    };

    private readonly LookOptionSet _look = new() { ShowsContext = true };
    private readonly OutputOptionSet _output = new();
    private readonly Option<bool> _stack = new("--stack") { Description = "Print each task's logical async stack instead of one line." };

    /// <summary>Creates the command.</summary>
    public FindCommand()
        : base("find", "Find the Tasks that run a method, one line each.", """
            dotnet-taskfind find TaskCoro
            dotnet-taskfind find OrderService.ReserveAsync 4711 --stack
            dotnet-taskfind find 'GET /checkout' 4711
            dotnet-taskfind find 'Order*.Reserve*' core.4711 --format json -o tasks.json
            """)
    {
        _what.Validators.Add(ArgumentRules.IsNotEmptyAndNoOption);
        _what.Validators.Add(CanBeRead);
        Arguments.Add(_what);
        _look.AddTo(this);
        _output.AddTo(this);
        Options.Add(_stack);
        SetAction(result => Run(result.GetRequiredValue(_what), _look.Read(result, result.GetRequiredValue(_what)), _output.Read(result), result.GetValue(_stack)));
    }

    private static int Run(string what, LookSettings settings, OutputSettings output, bool stack)
    {
        var graph = Looker.Look(settings with { Look = settings.Look with { RelatedOnly = true } });
        var found = TaskSearch.Find(graph, what, new SearchOptions { IncludeDone = output.All });
        var shown = output.Limited(found.Matches);
        Answer.Write(output.File, answer =>
        {
            if (output.Format == OutputFormat.Json)
                answer.WriteJson(stream => JsonReport.Write(stream, graph, shown, Report(what, found, output, settings, shown.Count)));
            else if (stack)
                new StackPrinter(answer, graph, new ReprOptions { Full = output.Full }, settings.SourceRoot).Write(shown, found.Running);
            else
                new ReprPrinter(answer, graph, new ReprOptions { Full = output.Full }).Write(shown, found.Running);
        });
        SearchNotes.Write(what, found, shown.Count);
        LookNotes.Write(graph, settings.Verbose);
        return Outcome.Of(graph.Coverage, found.Matches.Count > 0);
    }

    private static JsonReportOptions Report(string what, SearchResult found, OutputSettings output, LookSettings settings, int printed) => new()
    {
        Tool = ToolVersion.Text,
        Query = $"find {what}",
        NoMatch = found.NoMatch,
        IgnoredCase = found.IgnoredCase,
        HiddenDone = found.HiddenDone,
        Omitted = found.Matches.Count - printed,
        Repr = output.Repr,
        Values = settings.Look.Values,
        Full = output.Full,
    };

    // Before the look: a process should not stand still for words that mean nothing.
    private static void CanBeRead(ArgumentResult argument)
    {
        try
        {
            if (argument.Tokens is [var token])
                What.Parse(token.Value);
        }
        catch (FormatException e)
        {
            argument.AddError(e.Message);
        }
    }
}
