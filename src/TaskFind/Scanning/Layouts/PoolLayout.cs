using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>PortableThreadPool</c>: how many workers there are and should be, and when one last took an item.</summary>
internal sealed class PoolLayout : FieldsLayout, IPoolPartLayout
{
    private readonly int _min, _max, _counts, _dequeue;

    private PoolLayout(ClrType type)
        : base(type)
    {
        _min = Value("_minThreads");
        _max = Value("_maxThreads");
        var separated = Fields.Struct("_separated");
        _counts = Keep(separated?.Struct("counts")?.Offset("_data") ?? -1);
        _dequeue = Keep(separated?.Offset("lastDequeueTime") ?? -1);
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.PortableThreadPool" ? new PoolLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => Keeping.Bytes;

    /// <summary>Reads the counts: sixteen bits each for the busy, the existing and the wanted workers.</summary>
    public PoolInfo Read(in ObjectBytes o, long? nowTicks)
    {
        var counts = o.Ref(_counts);
        // The time is a 32-bit tick count, which comes round after 49 days; 0 says that no worker has taken anything yet.
        var dequeued = (uint)o.Int32(_dequeue);
        var info = new PoolInfo { SinceDequeue = nowTicks is { } now && _dequeue >= 0 && dequeued != 0 ? (uint)now - dequeued : null };
        return _counts < 0 || _min < 0 || _max < 0 ? info : info with
        {
            Busy = (ushort)counts,
            Workers = (ushort)(counts >> 16),
            Goal = (ushort)(counts >> 32),
            Min = (ushort)o.Int32(_min),
            Max = (ushort)o.Int32(_max),
        };
    }
}
