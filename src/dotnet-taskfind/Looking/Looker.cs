using TaskFind.Model;
using TaskFind.Targets;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Looking;

/// <summary>Takes one look, with a progress line, and bounded whatever happens.</summary>
internal static class Looker
{
    /// <summary>How long after its own time out a look may take to come back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Looks at the target that was named, or at the only one in sight.</summary>
    public static TaskGraph Look(LookSettings settings)
    {
        var target = settings.Target == TargetSpec.OnlyProcess ? DefaultTarget.Choose() : settings.Target;
        using var progress = new ProgressLine();
        var options = settings.Look with { Progress = progress };
        var limit = options.Timeout + Patience;

        // On a thread of its own, because a target can keep the data access library busy for ever.
        var look = Task.Factory.StartNew(
            () => TaskLook.Take(target, options, Interruption.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!((IAsyncResult)look).AsyncWaitHandle.WaitOne(limit))
            throw new LookAbandonedException(limit);

        var graph = look.GetAwaiter().GetResult();
        Interruption.Token.ThrowIfCancellationRequested();
        return graph;
    }
}
