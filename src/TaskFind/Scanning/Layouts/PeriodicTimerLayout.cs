using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>PeriodicTimer</c>: the timer below it and its period.</summary>
internal sealed class PeriodicTimerLayout : FieldsLayout
{
    private readonly int _timer, _period;

    private PeriodicTimerLayout(ClrType type)
        : base(type)
    {
        _timer = Reference("_timer");
        _period = Value("_period");
    }

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.PeriodicTimer" ? new PeriodicTimerLayout(type) : null;

    public ulong Timer(in ObjectBytes o) => o.Ref(_timer);

    /// <summary>Gives the period in milliseconds; a <c>TimeSpan</c> is its ticks.</summary>
    public long Period(in ObjectBytes o) => o.Int64(_period) / TimeSpan.TicksPerMillisecond;
}
