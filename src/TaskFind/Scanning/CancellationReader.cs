using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Tells, from the registration that a wait left with a token, who could cancel it and when that happens by itself.</summary>
internal sealed class CancellationReader(ObjectStore store, WaitContext context)
{
    /// <summary>Gives <c>cancel:8.8s</c> when a source has a timer, <c>cancellable</c> when only a call cancels it; nothing without a token.</summary>
    public IReadOnlyList<WaitFact> FactsOf(ulong callbackNode)
    {
        if (Source(callbackNode) is not (not 0 and var first))
            return [];
        TimerReading? soonest = null;
        var pending = new Queue<ulong>([first]);
        for (var met = 0; pending.TryDequeue(out var at); met++)
        {
            if (met == Limits.Scan.CancellationSources)
            {
                context.Builder.AddGap("who can cancel a wait", $"only {met} of the sources that are linked to each other were asked");
                break;
            }

            if (!store.TryGet<CancellationSourceLayout>(at, out var o, out var layout))
                continue;
            if (context.Timer(layout.Timer(o)) is { } timer && (soonest is null || timer.Left < soonest.Value.Left))
                soonest = timer;
            foreach (var link in layout.Links(o))
            {
                if (Source(link) is not 0 and var parent)
                    pending.Enqueue(parent);
            }
        }

        return [soonest is { } left ? left.ToFact("cancel") : WaitFact.Flag("cancellable")];
    }

    private ulong Source(ulong callbackNode) =>
        store.TryGet<CallbackNodeLayout>(callbackNode, out var node, out var callback)
        && store.TryGet<RegistrationsLayout>(callback.Registrations(node), out var list, out var registrations)
            ? registrations.Source(list)
            : 0;
}
