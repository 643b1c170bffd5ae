namespace TaskFind.Targets;

/// <summary>Translates thread ids of a process in a pid namespace of its own: the runtime knows the inner ones, the kernel speaks to us of the outer ones.</summary>
internal sealed class ThreadIds
{
    private readonly int _pid;
    private Dictionary<uint, uint> _outer = [];

    private ThreadIds(int pid) => _pid = pid;

    /// <summary>Gives the translation; null when the ids are the same inside and outside.</summary>
    public static ThreadIds? Of(int pid) => ProcessStatus.Of(pid) is { IsInInnerNamespace: true } ? new ThreadIds(pid) : null;

    /// <summary>Gives the inner ids of these threads, and remembers whose they are.</summary>
    public IEnumerable<uint> Inner(IEnumerable<int> outer)
    {
        var known = new Dictionary<uint, uint>();
        foreach (int id in outer)
        {
            if (ProcessStatus.OfThread(_pid, id) is { InnerId: > 0 } status)
            {
                known[(uint)status.InnerId] = (uint)id;
            }
        }

        _outer = known;
        return known.Keys;
    }

    /// <summary>Gives the outer id of a thread, or the same id when it is unknown.</summary>
    public uint Outer(uint inner) => _outer.GetValueOrDefault(inner, inner);
}
