using System.CommandLine;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Trees;
using TaskFind.Rendering;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>Who awaits whom.</summary>
internal sealed class TreeCommand : ToolCommand
{
    private readonly LookOptionSet _look = new();
    private readonly Option<string> _format = OutputOptionSet.Format();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the answer to this file (yours alone, and only when it is whole).", HelpName = "FILE" };
    private readonly Option<int> _limit = new("--limit") { Description = "Print at most this many lines; the JSON document has all.", HelpName = "N", DefaultValueFactory = _ => Limits.Text.TreeLines };
    private readonly Option<bool> _full = new("--full") { Description = "Whole paths." };
    private readonly Option<string?> _method = new("--method") { Description = "Only the tasks of methods that match this pattern, who awaits them and what they wait for.", HelpName = "PATTERN" };
    private readonly Option<bool> _framework = new("--framework") { Description = "The framework's own methods too, which are … otherwise." };

    /// <summary>Creates the command.</summary>
    public TreeCommand()
        : base("tree", "Show who awaits whom: identical branches once with their count, cycles marked.", """
            dotnet-taskfind tree 4711
            dotnet-taskfind tree -n Shop --method OrderService.ReserveAsync
            dotnet-taskfind tree core.4711 --format json -o tree.json
            """)
    {
        _look.AddTo(this);
        _output.Validators.Add(OutputOptionSet.FolderExists);
        _limit.Validators.Add(OutputOptionSet.LimitIsPositive);
        _method.Validators.Add(ArgumentRules.IsMethodPattern);
        foreach (var option in new Option[] { _format, _output, _limit, _full, _method, _framework })
            Options.Add(option);
        SetAction(result => Run(_look.Read(result, result.GetValue(_method)), Settings(result)));
    }

    private TreeSettings Settings(ParseResult result) => new(
        result.GetValue(_format) == "json" ? OutputFormat.Json : OutputFormat.Text,
        result.GetValue(_output),
        result.GetValue(_limit),
        result.GetValue(_full),
        result.GetValue(_framework));

    private static int Run(LookSettings settings, TreeSettings output)
    {
        var graph = Looker.Look(settings);
        var found = settings.Look.Pattern is { } pattern ? TaskSearch.Find(graph, pattern) : null;
        var focus = found?.Matches.ToHashSet();
        var tree = AwaitTree.Of(graph, output.Framework, focus is null ? null : focus.Contains);
        if (output.Format == OutputFormat.Json)
            Answer.Write(output.File, answer => answer.WriteJson(stream => JsonReport.Write(stream, graph, [], Report(settings, output, tree, found))));
        else
            WriteText(tree, output);
        if (found is not null)
            SearchNotes.Write(settings.Look.Pattern!, found, found.Matches.Count);
        else if (tree.Roots.Count == 0)
            Notes.Line("No task of the program waits (--framework shows the framework's own).");
        LookNotes.Write(graph, settings.Verbose);
        return Outcome.Of(graph.Coverage, tree.Roots.Count > 0);
    }

    private static void WriteText(AwaitTree tree, TreeSettings output)
    {
        var text = new TreeText(tree, new ReprOptions { Full = output.Full });
        Answer.Write(output.File, answer => answer.WriteLines(text.Lines(output.Limit)));
        if (text.Omitted > 0)
            Notes.Line($"Not shown: {text.Omitted} tasks (--limit, --method, --framework).");
    }

    private static JsonReportOptions Report(LookSettings settings, TreeSettings output, AwaitTree tree, SearchResult? found) => new()
    {
        Tool = ToolVersion.Text,
        Query = settings.Look.Pattern is { } pattern ? $"tree --method {pattern}" : "tree",
        NoMatch = found?.NoMatch,
        IgnoredCase = found?.IgnoredCase == true,
        HiddenDone = found?.HiddenDone ?? 0,
        Full = output.Full,
        Tree = tree,
    };
}
