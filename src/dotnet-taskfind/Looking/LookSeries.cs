using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Targets;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Looking;

/// <summary>Looks at one process several times, and lets it run in between.</summary>
/// <param name="Graphs">What the looks saw, the oldest first; at least one.</param>
/// <param name="BrokenOff">Why there are fewer than were asked for, in sentences; null when there are not.</param>
internal sealed record LookSeries(IReadOnlyList<TaskGraph> Graphs, string? BrokenOff = null)
{
    /// <summary>Takes the looks; one where no interval is given. What was seen before the process ended is kept.</summary>
    public static LookSeries Take(LookSettings settings, TimeSpan? interval, int looks)
    {
        var graphs = new List<TaskGraph> { Looker.Look(settings) };
        if (interval is not { } time || looks < 2)
            return new(graphs);
        if (graphs[0].Target is not { Kind: TargetKind.Process, Pid: { } pid })
            throw new UsageException($"'{settings.Target}' does not change from one look to the next.", "--interval and --looks are for a process that runs.");

        // By its id: the next look must not choose another one.
        var same = settings with { Target = TargetSpec.ForProcess(pid) };
        while (graphs.Count < looks)
        {
            Wait(time, graphs.Count, looks);
            var (next, trouble) = Next(same, graphs[^1]);
            if (next is null)
                return new(graphs, $"Look {graphs.Count + 1} of {looks} came to nothing: {trouble?.TrimEnd('.')}. What is said here is from the {(graphs.Count == 1 ? "one" : $"{graphs.Count}")} before it.");
            graphs.Add(next);
        }

        return new(graphs);
    }

    // A look of which a part is missing would say less than the one before, and of another process nothing to the point.
    private static (TaskGraph? Graph, string? Trouble) Next(LookSettings settings, TaskGraph before)
    {
        try
        {
            var graph = Looker.Look(settings);
            return graph.Coverage.CutShort is { } why ? (null, why)
                : TaskMatching.AreSame(before.Target, graph.Target) ? (graph, null)
                : (null, "another process has its id by now");
        }
        catch (TargetException e)
        {
            return (null, e.Message);
        }
    }

    private static void Wait(TimeSpan time, int done, int looks)
    {
        using var progress = new ProgressLine();
        progress.Report($"look {done + 1} of {looks} follows; the process runs");
        Interruption.Token.WaitHandle.WaitOne(time);
        Interruption.Token.ThrowIfCancellationRequested();
    }
}
