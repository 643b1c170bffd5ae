using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>Says what is known of a socket: from the kernel when the target lives, else what its object has.</summary>
internal static class SocketFacts
{
    public static void Add(List<WaitFact> facts, WaitContext context, in ObjectBytes o, SocketLayout layout, string? target)
    {
        var descriptor = context.Store.TryGet<SafeHandleLayout>(layout.Handle(o), out var handle, out var held) ? held.Descriptor(handle) : -1;
        if (descriptor >= 0)
            facts.Add(WaitFact.Of("fd", descriptor));
        var entry = context.Sockets?.Of(descriptor);
        Add(facts, "local", entry?.Local ?? EndPointLayout.Text(context.Store, layout.Local(o)));
        Add(facts, "peer", entry?.Peer ?? target ?? EndPointLayout.Text(context.Store, layout.Remote(o)));
        if (entry is null)
        {
            if (context.Sockets is { IsCut: true })
                context.Builder.AddGap("the ends of a socket", "the system has more sockets than were read");
            return;
        }

        facts.Add(entry.State is { } state ? WaitFact.Name(entry.Protocol, state) : WaitFact.Flag(entry.Protocol));
        if (entry.Queued is { } queued)
            facts.Add(WaitFact.Of(entry.State == "listen" ? "unaccepted" : "unread", queued));
    }

    private static void Add(List<WaitFact> facts, string key, string? end)
    {
        if (!string.IsNullOrEmpty(end))
            facts.Add(WaitFact.Text(key, end));
    }
}
