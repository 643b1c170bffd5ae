using TaskFind.Model;
using TaskFind.Queries.Findings;
using TaskFind.Rendering;
using TaskFind.Tool.Help;
using TaskFind.Tool.Looking;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Commands;

/// <summary>What is wrong, for people and for CI.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly LookOptionSet _look = new() { GoesDeep = true };
    private readonly CheckOptionSet _check = new();

    /// <summary>Creates the command.</summary>
    public CheckCommand()
        : base("check", $"Say what is wrong: {string.Join(", ", FindingCatalogue.Names)}.", """
            dotnet-taskfind check 4711
            dotnet-taskfind check -n Shop --interval 2s --looks 3
            dotnet-taskfind check -n MyTests --fail-on error --format github
            dotnet-taskfind check core.4711 --deep --format json -o findings.json
            """)
    {
        _look.AddTo(this);
        _check.AddTo(this);
        SetAction(result => Run(_look.Read(result, pattern: null), _check.Read(result)));
    }

    private static int Run(LookSettings settings, CheckSettings check)
    {
        var series = LookSeries.Take(settings, check.Interval, check.Looks);
        var graph = series.Graphs[^1];
        var findings = PersistentFindings.Check(series.Graphs, check.Asks);
        Answer.Write(check.File, answer => Write(answer, graph, findings, check));
        LookNotes.Write(graph, settings.Verbose);
        if (series.BrokenOff is { } why)
            Notes.Line(why);
        return series.BrokenOff is null ? Outcome.Of(graph.Coverage, !findings.Any(check.FailsOn)) : ExitCode.CutShort;
    }

    private static void Write(Answer answer, TaskGraph graph, IReadOnlyList<Finding> findings, CheckSettings check)
    {
        switch (check.Format)
        {
            case CheckFormat.Json:
                answer.WriteJson(stream => JsonReport.Write(stream, graph, Tasks(findings, check.Limit ?? int.MaxValue), Report(findings, check)));
                break;
            case CheckFormat.Markdown:
                answer.WriteLines(MarkdownReport.Lines(graph, findings));
                break;
            case CheckFormat.GitHub:
                answer.WriteLines(GitHubAnnotations.Lines(graph, findings));
                break;
            default:
                FindingPrinter.Write(answer, graph, findings, new ReprOptions { Full = check.Full });
                break;
        }
    }

    private static List<TaskNode> Tasks(IReadOnlyList<Finding> findings, int limit) =>
        [.. findings.SelectMany(f => f.Tasks.Take(limit).Concat(f.Evidence.Select(e => e.Task).OfType<TaskNode>())).Distinct()];

    private static JsonReportOptions Report(IReadOnlyList<Finding> findings, CheckSettings check) => new()
    {
        Tool = ToolVersion.Text,
        Query = "check",
        Findings = findings,
        FindingLimit = check.Limit,
        Full = check.Full,
    };
}
