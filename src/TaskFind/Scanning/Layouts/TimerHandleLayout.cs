using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the wrappers round a <c>TimerQueueTimer</c>: <c>Timer</c>, <c>TimerHolder</c>, <c>SystemTimeProviderTimer</c>.</summary>
internal sealed class TimerHandleLayout : FieldsLayout
{
    private readonly int _timer;

    private TimerHandleLayout(ClrType type)
        : base(type) => _timer = Reference("_timer", "m_timer");

    public static ILayout? TryFor(ClrType type) =>
        type.Name is "System.Threading.Timer" or "System.Threading.TimerHolder" or "System.TimeProvider+SystemTimeProviderTimer"
            ? new TimerHandleLayout(type)
            : null;

    public ulong Timer(in ObjectBytes o) => o.Ref(_timer);
}
