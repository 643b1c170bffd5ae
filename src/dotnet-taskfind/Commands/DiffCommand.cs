using System.CommandLine;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Queries.Diffs;
using TaskFind.Rendering;
using TaskFind.Targets;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>What differs between two looks.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private readonly Argument<string> _before = Target("before", "The earlier one: a capture, a core dump, a process id or a process name.");
    private readonly Argument<string> _after = Target("after", "The later one.");
    private readonly LookOptionSet _look = new() { IsWithoutTarget = true };
    private readonly Option<string> _format = OutputOptionSet.Format();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the answer to this file (yours alone, and only when it is whole).", HelpName = "FILE" };
    private readonly Option<int?> _limit = new("--limit") { Description = "Print at most this many places, and tasks that moved.", HelpName = "N" };
    private readonly Option<bool> _all = new("--all") { Description = "Places too where as many tasks stand as before." };
    private readonly Option<bool> _full = new("--full") { Description = "Whole paths." };
    private readonly Option<string?> _method = new("--method") { Description = "Only tasks of methods that match this pattern.", HelpName = "PATTERN" };
    private readonly Option<bool> _framework = new("--framework") { Description = "The framework's own tasks too." };

    /// <summary>Creates the command.</summary>
    public DiffCommand()
        : base("diff", "Compare two looks: where tasks are new, gone, still there, or have moved on.", """
            dotnet-taskfind diff before.cap 4711
            dotnet-taskfind diff before.cap after.cap --method 'OrderService.*'
            """)
    {
        Arguments.Add(_before);
        Arguments.Add(_after);
        _look.AddTo(this);
        _output.Validators.Add(OutputOptionSet.FolderExists);
        _limit.Validators.Add(OutputOptionSet.LimitIsPositive);
        _method.Validators.Add(ArgumentRules.IsMethodPattern);
        foreach (var option in new Option[] { _format, _output, _limit, _all, _full, _method, _framework })
            Options.Add(option);
        SetAction(result => Run(
            _look.Read(result, pattern: null) with { Target = TargetSpec.Parse(result.GetRequiredValue(_before)) },
            TargetSpec.Parse(result.GetRequiredValue(_after)),
            new TaskFilter { Method = result.GetValue(_method) is { } method ? MethodPattern.Parse(method) : null, Framework = result.GetValue(_framework) },
            Settings(result)));
    }

    private static Argument<string> Target(string name, string description)
    {
        var target = new Argument<string>(name) { Description = description };
        target.Validators.Add(ArgumentRules.IsNotEmptyAndNoOption);
        return target;
    }

    private DiffSettings Settings(ParseResult result) => new(
        result.GetValue(_format) == "json" ? OutputFormat.Json : OutputFormat.Text,
        result.GetValue(_output),
        result.GetValue(_limit),
        result.GetValue(_all),
        result.GetValue(_full));

    private static int Run(LookSettings settings, TargetSpec after, TaskFilter filter, DiffSettings output)
    {
        var diff = GraphDiff.Of(Looker.Look(settings), Looker.Look(settings with { Target = after }), filter);
        if (output.Format == OutputFormat.Json)
            Answer.Write(output.File, answer => answer.WriteJson(stream => JsonReport.Write(stream, diff.After, [], Report(diff, output))));
        else
            WriteText(diff, output);
        LookNotes.Write(diff.Before, settings.Verbose);
        LookNotes.Write(diff.After, settings.Verbose);
        return Outcome.Of(diff.Before.Coverage.CutShort is null ? diff.After.Coverage : diff.Before.Coverage, diff.IsDifferent);
    }

    private static void WriteText(GraphDiff diff, DiffSettings output)
    {
        var text = new DiffText(diff, new ReprOptions { Full = output.Full });
        var places = diff.Places.Where(p => output.All || p.Change != 0).Take(output.Limit ?? int.MaxValue).ToArray();
        var moved = diff.Moved.Take(output.Limit ?? int.MaxValue).ToArray();
        Answer.Write(output.File, answer =>
        {
            if (places.Length > 0)
                answer.WriteTable(TableLayout.Lines(answer, DiffText.PlaceColumns, [.. places.Select(text.Row)]));
            if (places.Length > 0 && moved.Length > 0)
                answer.WriteLine();
            if (moved.Length > 0)
                answer.WriteTable(TableLayout.Lines(answer, DiffText.MovedColumns, [.. moved.Select(text.Moved)]));
            answer.WriteLines(text.Lines());
        });
        foreach (var note in text.Notes(places.Length))
            Notes.Line(note);
        if (moved.Length < diff.Moved.Count)
            Notes.Line($"Not shown: {diff.Moved.Count - moved.Length} more that moved (--limit).");
    }

    private static JsonReportOptions Report(GraphDiff diff, DiffSettings output) => new()
    {
        Tool = ToolVersion.Text,
        Query = "diff",
        Full = output.Full,
        Diff = diff,
        DiffLimit = output.Limit,
    };
}
