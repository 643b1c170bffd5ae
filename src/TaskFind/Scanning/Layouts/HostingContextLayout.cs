using System.Diagnostics;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>HostingApplication+Context</c>: when the handling of a request began.</summary>
internal sealed class HostingContextLayout : FieldsLayout
{
    private readonly int _start, _feature, _activity;

    private HostingContextLayout(ClrType type)
        : base(type)
    {
        _start = Value("<StartTimestamp>k__BackingField");
        _feature = Reference("HttpActivityFeature", "_httpActivityFeature");
        _activity = Reference("<Activity>k__BackingField");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name is "Microsoft.AspNetCore.Hosting.HostingApplication+Context" or "Microsoft.AspNetCore.Hosting.HttpActivityFeature" ? new HostingContextLayout(type) : null;

    /// <summary>
    /// Gives the milliseconds since the start: by the stopwatch, whose clock is the tick count's, else by the request's activity.
    /// Null when the program has neither, and for a dump.
    /// </summary>
    public long? Age(in ObjectBytes o, WaitContext context)
    {
        if (context.NowTicks is not { } now)
            return null;
        if (o.Int64(_start) is > 0 and var start)
            return Math.Max(0, now - (long)(start * 1000.0 / Stopwatch.Frequency));
        if (context.Store.TryGet<HostingContextLayout>(o.Ref(_feature), out var feature, out var layout))
            return ActivityAge(context, feature.Ref(layout._activity));
        return ActivityAge(context, o.Ref(_activity));
    }

    private static long? ActivityAge(WaitContext context, ulong activity) =>
        context.Store.TryGet<ActivityLayout>(activity, out var o, out var layout) && layout.Start(o) is { } start
            ? Math.Max(0, (long)(context.Builder.TakenAt.UtcDateTime - start).TotalMilliseconds)
            : null;
}
