using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>TargetRegistry&lt;T&gt;</c> and its links: what a dataflow block gives its output to.</summary>
internal sealed class DataflowTargetsLayout : FieldsLayout
{
    private readonly int _first, _target, _next;

    private DataflowTargetsLayout(ClrType type)
        : base(type)
    {
        _first = Reference("_firstTarget");
        _target = Reference("Target");
        _next = Reference("Next");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name is { } name && name.StartsWith("System.Threading.Tasks.Dataflow.Internal.TargetRegistry<", StringComparison.Ordinal)
            && (!name.Contains(">+", StringComparison.Ordinal) || name.EndsWith("+LinkedTargetInfo", StringComparison.Ordinal))
            ? new DataflowTargetsLayout(type)
            : null;

    public IEnumerable<ulong> Targets(in ObjectBytes registry, ObjectStore store) => Targets(registry.Ref(_first), store);

    private static IEnumerable<ulong> Targets(ulong first, ObjectStore store)
    {
        var at = first;
        for (var i = 0; i < ScanLimits.QueueLength && at != 0; i++)
        {
            if (!store.TryGet<DataflowTargetsLayout>(at, out var link, out var layout))
                yield break;
            at = link.Ref(layout._next);
            yield return link.Ref(layout._target);
        }
    }
}
