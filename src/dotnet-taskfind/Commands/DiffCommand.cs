using System.CommandLine;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Rendering;
using TaskFind.Targets;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>What has changed from one look to another.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private readonly Argument<string> _before = new("before") { Description = "A capture or a core dump." };
    private readonly Argument<string> _after = new("after") { Description = "A later capture or dump of the same process, or the process itself, by id or name." };
    private readonly Option<string> _format = OutputOptionSet.Format();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the answer to this file (yours alone, and only when it is whole).", HelpName = "FILE" };
    private readonly Option<int?> _limit = new("--limit") { Description = "Print at most this many places, and this many tasks that moved.", HelpName = "N" };
    private readonly Option<bool> _all = new("--all") { Description = "The places where nothing changed too." };
    private readonly Option<bool> _framework = new("--framework") { Description = "The framework's own methods too." };
    private readonly Option<bool> _full = new("--full") { Description = "Whole paths." };

    /// <summary>Creates the command.</summary>
    public DiffCommand()
        : base("diff", "Say what is new, gone, still there or moved between two looks at one process.", """
            dotnet-taskfind diff before.tfcap after.tfcap
            dotnet-taskfind diff before.tfcap 4711
            """)
    {
        foreach (var argument in new[] { _before, _after })
        {
            argument.Validators.Add(ArgumentRules.IsNotEmptyAndNoOption);
            Arguments.Add(argument);
        }

        _output.Validators.Add(OutputOptionSet.FolderExists);
        _limit.Validators.Add(OutputOptionSet.LimitIsPositive);
        foreach (var option in new Option[] { _format, _output, _limit, _all, _framework, _full })
            Options.Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult result)
    {
        var verbose = result.GetValue<bool>("--verbose");
        var (before, after) = (Look(result.GetRequiredValue(_before), verbose), Look(result.GetRequiredValue(_after), verbose));
        var diff = GraphDiff.Of(before, after, result.GetValue(_framework));
        var full = result.GetValue(_full);
        Answer.Write(result.GetValue(_output), answer =>
        {
            if (result.GetValue(_format) == "json")
                answer.WriteJson(stream => JsonReport.Write(stream, after, [], new JsonReportOptions { Tool = ToolVersion.Text, Query = "diff", Diff = (diff, before), Full = full }));
            else
                WriteText(answer, diff, new DiffText(diff, before, after, new ReprOptions { Full = full }), result);
        });
        if (!diff.IsSameProcess)
            Notes.Line("These are not two looks at one process: only the numbers of tasks are compared, and no task is known again.");
        if (!diff.HasChanged)
            Notes.Line("As many tasks stand at each place as before, and none is known to have moved.");
        LookNotes.Write(before, verbose);
        LookNotes.Write(after, verbose);
        return Outcome.Of(before.Coverage.CutShort is null ? after.Coverage : before.Coverage, diff.HasChanged);
    }

    private void WriteText(Answer answer, GraphDiff diff, DiffText text, ParseResult result)
    {
        var limit = result.GetValue(_limit) ?? int.MaxValue;
        var places = result.GetValue(_all) ? diff.Places : [.. diff.Places.Where(p => !p.IsStill)];
        if (places.Count > 0)
            answer.WriteTable(TableLayout.Lines(answer, DiffText.Columns, [.. places.Take(limit).Select(text.Row)]));
        answer.WriteLines(text.Moved(limit));
        if (places.Count > limit)
            Notes.Line($"Not shown: {places.Count - limit} more places (--limit).");
        if (diff.Places.Count > places.Count)
            Notes.Line($"Not shown: {diff.Places.Count - places.Count} places with as many tasks as before (--all).");
    }

    private static TaskGraph Look(string target, bool verbose) => Looker.Look(new LookSettings(TargetSpec.Parse(target), new LookOptions(), verbose));
}
