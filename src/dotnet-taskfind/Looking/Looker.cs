using System.Diagnostics;
using System.Globalization;
using TaskFind.Model;
using TaskFind.Queries;
using TaskFind.Targets;
using TaskFind.Tool.Options;
using TaskFind.Tool.Output;

namespace TaskFind.Tool.Looking;

/// <summary>Takes one look, with a progress line, and bounded whatever happens.</summary>
internal static class Looker
{
    /// <summary>How long after its time out a look may go on without a word of how far it has come; its target is let go before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks at the target that was named, or at the only one in sight.</summary>
    public static TaskGraph Look(LookSettings settings)
    {
        var target = settings.Target == TargetSpec.OnlyProcess ? DefaultTarget.Choose() : settings.Target;
        if (Isolation.IsWise(target, settings.Look))
            throw new HandedOverException(Isolation.Run());
        var graph = LookAnyhow(target, settings.Look);
        return settings.SourceRoot is { } root ? SourceRoot.Apply(graph, root, File.Exists) : graph;
    }

    private static TaskGraph LookAnyhow(TargetSpec target, LookOptions options)
    {
        try
        {
            return Look(target, options);
        }
        catch (TargetException e) when (e.User is { } user && Isolation.IsChild)
        {
            return LookAs(user, target, options, e);
        }
    }

    // Root does not load what only the target's own user vouches for; that user may, and the child is there to be given away.
    private static TaskGraph LookAs((uint User, uint Group) user, TargetSpec target, LookOptions options, TargetException untrusted)
    {
        OtherUser.Become(user);
        try
        {
            var graph = Look(target, options);
            Notes.Line(string.Create(CultureInfo.InvariantCulture, $"Looked as user {UserNames.Load().NameOf(user.User)}, whose process it is: {untrusted.Message}"));
            return graph;
        }
        catch (TargetException e)
        {
            throw Trouble.AsItsUser(e, untrusted);
        }
    }

    private static TaskGraph Look(TargetSpec target, LookOptions options)
    {
        using var progress = new ProgressLine();
        HardExit.Prepare();

        // On a thread of its own, because a target can keep the data access library busy for ever.
        var look = Task.Factory.StartNew(
            () => TaskLook.Take(target, options with { Progress = progress }, Interruption.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var clock = Stopwatch.StartNew();
        while (!((IAsyncResult)look).AsyncWaitHandle.WaitOne(Heartbeat))
        {
            if (clock.Elapsed > options.Timeout + Patience && progress.Silence > Patience)
                throw new LookAbandonedException(options.Timeout);
        }

        var graph = look.GetAwaiter().GetResult();
        Interruption.Token.ThrowIfCancellationRequested();
        return graph;
    }
}
