using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>TimerQueueTimer</c>: when it was started and when it is due, in milliseconds of <c>Environment.TickCount64</c>.</summary>
internal sealed class TimerLayout : FieldsLayout, IPoolPartLayout
{
    private const uint Never = uint.MaxValue;
    private readonly int _start, _due, _canceled;

    private TimerLayout(ClrType type)
        : base(type)
    {
        _start = Value("_startTicks", "m_startTicks");
        _due = Value("_dueTime", "m_dueTime");
        _canceled = Value("_canceled", "m_canceled");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.TimerQueueTimer" ? new TimerLayout(type) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => IsArmed(o) ? Keeping.Bytes : Keeping.Nothing;

    public bool IsArmed(in ObjectBytes o) => o.UInt32(_due) != Never && !o.Bool(_canceled);

    /// <summary>Gives the whole time in milliseconds.</summary>
    public long Of(in ObjectBytes o) => o.UInt32(_due);

    /// <summary>Gives the tick count at which it was started.</summary>
    public long StartedAt(in ObjectBytes o) => o.Int64(_start);

    /// <summary>Gives the tick count at which it is due.</summary>
    public long DueAt(in ObjectBytes o) => o.Int64(_start) + o.UInt32(_due);
}
