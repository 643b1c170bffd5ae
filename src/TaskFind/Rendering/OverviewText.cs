using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries.Groups;

namespace TaskFind.Rendering;

/// <summary>Says an <see cref="Overview"/> in lines and the rows of one table, few enough for one screen.</summary>
internal sealed class OverviewText
{
    private readonly TaskGraph _graph;
    private readonly Overview _overview;
    private readonly GroupText _groups;

    public OverviewText(TaskGraph graph, Overview overview)
    {
        var options = new ReprOptions();
        (_graph, _overview) = (graph, overview);
        _groups = new GroupText(graph, new Holders(graph), options);
    }

    /// <summary>Gets the line that stands first.</summary>
    public string Head => _overview.Pending == 0
        ? Say($"No task of the program is pending; {Counted(_overview.PendingFramework, "task", "tasks")} of the framework {(_overview.PendingFramework == 1 ? "is" : "are")} (--framework).")
        : Say($"{Counted(_overview.Pending, "task", "tasks")} of the program {(_overview.Pending == 1 ? "is" : "are")} pending. Where its methods wait at last:");

    /// <summary>Gets the rows of the table of waits, as <see cref="GroupText.WaitColumns"/> names their cells.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => [.. _overview.Waits.Take(Limits.Text.OverviewWaits).Select(_groups.Wait)];

    /// <summary>Gives the lines below the table.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = new List<string>();
        if (_overview.Waits.Count > Limits.Text.OverviewWaits)
            lines.Add(Say($"and {_overview.Waits.Skip(Limits.Text.OverviewWaits).Sum(g => g.Tasks.Count)} tasks at {_overview.Waits.Count - Limits.Text.OverviewWaits} other places"));
        Requests(lines);
        Threads(lines);
        if (_graph.Pool is { } pool)
            lines.Add(PoolText.Of(pool));
        Findings(lines);
        return lines;
    }

    private void Requests(List<string> lines)
    {
        if (_overview.Requests.Count == 0)
            return;
        var oldest = _overview.Requests.Max(g => g.First.Age) is { } age ? $", the oldest for {Durations.Text(age)}" : "";
        lines.Add(Say($"{Counted(_graph.Requests.Count, "request is", "requests are")} being handled{oldest}:"));
        foreach (var group in _overview.Requests.Take(Limits.Text.OverviewRequests))
            lines.Add(Say($"{group.Count,5}  {RequestText.Route(group)}{(group.First.Age is { } first ? $"  {(group.Count == 1 ? "for" : "oldest")} {Durations.Text(first)}" : "")}"));
        More(lines, _overview.Requests.Skip(Limits.Text.OverviewRequests).Sum(g => g.Count));
    }

    private void Findings(List<string> lines)
    {
        var text = new FindingText(_graph, new ReprOptions());
        lines.AddRange(_overview.Findings.Take(Limits.Text.OverviewFindings).Select(f => $"{FindingText.Severity(f)} {f.Name}: {text.Sentence(f)}"));
        More(lines, _overview.Findings.Count - Limits.Text.OverviewFindings);
    }

    private void Threads(List<string> lines)
    {
        if (_overview.Threads.Count == 0)
            return;
        lines.Add(Say($"{Counted(_overview.Threads.Sum(g => g.Threads.Count), "thread is", "threads are")} blocked:"));
        foreach (var group in _overview.Threads.Take(Limits.Text.OverviewThreads))
            lines.Add("  " + _groups.Thread(group));
        More(lines, _overview.Threads.Skip(Limits.Text.OverviewThreads).Sum(g => g.Threads.Count));
    }

    private static void More(List<string> lines, int count)
    {
        if (count > 0)
            lines.Add(Say($"  and {count} more"));
    }

    private static string Counted(int count, string one, string many) => Say($"{count:N0} {(count == 1 ? one : many)}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
