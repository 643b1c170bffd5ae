using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Diagnostics.Activity</c>: when it was started.</summary>
internal sealed class ActivityLayout : FieldsLayout
{
    // The two highest bits of a DateTime are its kind.
    private const long Ticks = 0x3FFF_FFFF_FFFF_FFFF;
    private readonly int _start;

    private ActivityLayout(ClrType type)
        : base(type) => _start = Value("<StartTimeUtc>k__BackingField");

    public static ILayout? TryFor(ClrType type) => TypeNames.DerivesFrom(type, "System.Diagnostics.Activity") ? new ActivityLayout(type) : null;

    public DateTime? Start(in ObjectBytes o) =>
        (o.Int64(_start) & Ticks) is > 0 and var ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;
}
