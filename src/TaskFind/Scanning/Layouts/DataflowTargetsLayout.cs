using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

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

    public IEnumerable<ulong> Targets(in ObjectBytes registry, WaitOwners owners) => Targets(registry.Ref(_first), owners);

    private static IEnumerable<ulong> Targets(ulong first, WaitOwners owners)
    {
        var (at, seen) = (first, new HashSet<ulong>());
        while (seen.Count < Limits.Scan.QueueLength && owners.Store.TryGet<DataflowTargetsLayout>(at, out var link, out var layout) && seen.Add(at))
        {
            at = link.Ref(layout._next);
            yield return link.Ref(layout._target);
        }

        if (at != 0)
            owners.Tell("the targets of a dataflow block", "a link was not read, or there are more than the limit, or they go in a circle");
    }
}
