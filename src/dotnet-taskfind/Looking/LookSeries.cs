using TaskFind.Model;
using TaskFind.Targets;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Looking;

/// <summary>Looks at one process several times, and lets it run in between.</summary>
internal static class LookSeries
{
    /// <summary>Takes the looks and gives their graphs, the oldest first; one look where no interval is given.</summary>
    public static IReadOnlyList<TaskGraph> Take(LookSettings settings, TimeSpan? interval, int looks)
    {
        var graphs = new List<TaskGraph> { Looker.Look(settings) };
        if (interval is not { } time || looks < 2)
            return graphs;
        if (graphs[0].Target is not { Kind: TargetKind.Process, Pid: { } pid })
            throw new UsageException($"'{settings.Target}' does not change from one look to the next.", "--interval and --looks are for a process that runs.");

        // By its id: the next look must not choose another one.
        var same = settings with { Target = TargetSpec.ForProcess(pid) };
        while (graphs.Count < looks)
        {
            Wait(time, graphs.Count, looks);
            graphs.Add(Looker.Look(same));
        }

        return graphs;
    }

    private static void Wait(TimeSpan time, int done, int looks)
    {
        using var progress = new ProgressLine();
        progress.Report($"look {done + 1} of {looks} follows; the process runs");
        Interruption.Token.WaitHandle.WaitOne(time);
        Interruption.Token.ThrowIfCancellationRequested();
    }
}
