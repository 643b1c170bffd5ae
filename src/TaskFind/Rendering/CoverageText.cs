using System.Globalization;
using TaskFind.Model;

namespace TaskFind.Rendering;

/// <summary>Says after a look how much was seen, what it cost the target, and what could not be read.</summary>
internal static class CoverageText
{
    public static IReadOnlyList<string> Lines(TaskGraph graph)
    {
        var coverage = graph.Coverage;
        var seen = Say($"{Counted(coverage.Tasks, "task", "tasks")} among {Counted(coverage.Objects, "object", "objects")} of {Target(graph.Target)}");
        var lines = new List<string>
        {
            graph.Target.Kind == TargetKind.Capture
                ? Say($"{seen}, captured at {graph.TakenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z{Pause(graph)}.")
                : Say($"{seen}, seen in {Durations.Text(coverage.Duration)}{Pause(graph)}."),
        };
        lines.AddRange(coverage.Notes.Select(Escaping.Text));
        if (coverage.CutShort is { } why)
            lines.Add($"The look was cut short and tasks may be missing: {Escaping.Text(why)}");
        foreach (var gap in coverage.Gaps.OrderByDescending(g => g.Count).Take(Limits.Text.Gaps))
            lines.Add($"Not read: {Escaping.Text(gap.What)}: {Escaping.Text(gap.Why)}{(gap.Count > 1 ? Say($" ({gap.Count} times)") : "")}");
        if (coverage.Gaps.Count > Limits.Text.Gaps)
            lines.Add(Say($"Not read: {Counted(coverage.Gaps.Count - Limits.Text.Gaps, "more kind", "more kinds")} of things; --format json lists them all."));
        return lines;
    }

    private static string Target(TargetInfo target) => target.Pid is { } pid && target.Kind != TargetKind.Dump
        ? Say($"{Escaping.Text(target.Name)} (pid {pid})")
        : Escaping.Text(target.Name);

    private static string Pause(TaskGraph graph) => graph switch
    {
        { Target.Kind: TargetKind.Dump } or { Target.Kind: TargetKind.Capture, Coverage.Pause.Ticks: 0 } => "",
        { Coverage.Pause.TotalSeconds: < 10 } => Say($"; it stood still for {graph.Coverage.Pause.TotalMilliseconds:0} ms{Then(graph)}{Stops(graph.Coverage)}"),
        _ => $"; it stood still for {Durations.Text(graph.Coverage.Pause)}{Then(graph)}{Stops(graph.Coverage)}",
    };

    private static string Then(TaskGraph graph) => graph.Target.Kind == TargetKind.Capture ? " then" : "";

    private static string Stops(Coverage coverage) => coverage.Stops > 1 ? Say($" in {coverage.Stops} stops") : "";

    private static string Counted(long count, string one, string many) => Say($"{count:N0} {(count == 1 ? one : many)}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
