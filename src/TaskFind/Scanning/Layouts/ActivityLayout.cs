using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Diagnostics.Activity</c>: when it was started, and by which names it is known; these are not followed.</summary>
internal sealed class ActivityLayout : FieldsLayout
{
    public const string TypeName = "System.Diagnostics.Activity";

    // The two highest bits of a DateTime are its kind.
    private const long Ticks = 0x3FFF_FFFF_FFFF_FFFF;
    private readonly int _start, _displayName, _operation, _trace, _span, _id;

    private ActivityLayout(ClrType type)
        : base(type)
    {
        _start = Value("<StartTimeUtc>k__BackingField");
        _displayName = Value("_displayName");
        _operation = Value("<OperationName>k__BackingField", "_operationName");
        _trace = Value("_traceId");
        _span = Value("_spanId");
        _id = Value("_id");
    }

    public static ILayout? TryFor(ClrType type) => TypeNames.DerivesFrom(type, TypeName) ? new ActivityLayout(type) : null;

    public DateTime? Start(in ObjectBytes o) =>
        (o.Int64(_start) & Ticks) is > 0 and var ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>Gives the strings that it is known by.</summary>
    public ulong[] Names(in ObjectBytes o) => [o.Ref(_displayName), o.Ref(_operation), o.Ref(_trace), o.Ref(_span), o.Ref(_id)];

    /// <summary>Says how it is known; ids are made when they are asked for, so they may be absent.</summary>
    public ActivityInfo Read(ObjectStore store, in ObjectBytes o)
    {
        var (trace, span) = (store.Text(o.Ref(_trace)), store.Text(o.Ref(_span)));
        var name = store.Text(o.Ref(_displayName)) ?? store.Text(o.Ref(_operation));
        return new ActivityInfo(o.Id, name, trace, span, trace is null && span is null ? store.Text(o.Ref(_id)) : null);
    }
}
