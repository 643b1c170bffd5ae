using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Walking;

/// <summary>The objects of one segment or region, as one piece of work of the walk.</summary>
internal sealed record HeapRange(ulong Start, ulong End, GCSegmentKind Kind)
{
    /// <summary>Whether tasks can be in it: large, pinned and frozen objects are none.</summary>
    public bool HasTasks => Kind is not (GCSegmentKind.Large or GCSegmentKind.Pinned or GCSegmentKind.Frozen);

    /// <summary>Whether hardly any object of it fits into a block.</summary>
    public bool IsLarge => Kind == GCSegmentKind.Large;

    /// <summary>Whether threads take their allocation buffers from its end.</summary>
    public bool IsYoungest => Kind is GCSegmentKind.Generation0 or GCSegmentKind.Ephemeral;
}
