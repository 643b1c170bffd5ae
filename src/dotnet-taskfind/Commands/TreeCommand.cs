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
    private const int MostLines = 200;

    private readonly LookOptionSet _look = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the answer to this file (yours alone, and only when it is whole).", HelpName = "FILE" };
    private readonly Option<int> _limit = new("--limit") { Description = "Print at most this many lines.", HelpName = "N", DefaultValueFactory = _ => MostLines };
    private readonly Option<bool> _full = new("--full") { Description = "Whole paths." };
    private readonly Option<string?> _method = new("--method") { Description = "Only the tasks of methods that match this pattern, who awaits them and what they wait for.", HelpName = "PATTERN" };
    private readonly Option<bool> _framework = new("--framework") { Description = "The framework's own methods too, which are … otherwise." };

    /// <summary>Creates the command.</summary>
    public TreeCommand()
        : base("tree", "Show who awaits whom: identical branches once with their count, cycles marked.", """
            dotnet-taskfind tree 4711
            dotnet-taskfind tree -n Shop --method OrderService.ReserveAsync
            """)
    {
        _look.AddTo(this);
        _output.Validators.Add(OutputOptionSet.FolderExists);
        _limit.Validators.Add(OutputOptionSet.LimitIsPositive);
        _method.Validators.Add(ArgumentRules.IsMethodPattern);
        foreach (var option in new Option[] { _output, _limit, _full, _method, _framework })
            Options.Add(option);
        SetAction(result => Run(
            _look.Read(result, result.GetValue(_method)),
            result.GetValue(_output),
            result.GetValue(_limit),
            new ReprOptions { Full = result.GetValue(_full) },
            result.GetValue(_framework)));
    }

    private static int Run(LookSettings settings, string? file, int limit, ReprOptions options, bool framework)
    {
        var graph = Looker.Look(settings);
        var tree = AwaitTree.Of(graph, framework, Focus(graph, settings.Look.Pattern));
        var text = new TreeText(tree, options);
        var lines = text.Lines(limit);
        Answer.Write(file, answer =>
        {
            foreach (var line in lines)
                answer.Writer.WriteLine(line);
        });
        if (lines.Count == 0)
            Notes.Line(settings.Look.Pattern is null ? "No task waits." : "There is no such task.");
        if (text.Omitted > 0)
            Notes.Line($"Not shown: {text.Omitted} tasks (--limit, --method, --framework).");
        LookNotes.Write(graph, settings.Verbose);
        return Outcome.Of(graph.Coverage, lines.Count > 0);
    }

    private static Func<TaskNode, bool>? Focus(TaskGraph graph, string? pattern)
    {
        if (pattern is null)
            return null;
        var found = TaskSearch.Find(graph, pattern, new SearchOptions()).Matches.ToHashSet();
        return found.Contains;
    }
}
