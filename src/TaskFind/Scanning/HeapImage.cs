using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Contexts;
using TaskFind.Scanning.Holding;
using TaskFind.Scanning.Variables;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>All that was copied of a target while it stood still; from here on the target runs.</summary>
/// <param name="Store">The copied objects.</param>
/// <param name="Threads">The threads.</param>
/// <param name="Delegates">The methods of delegates.</param>
/// <param name="Clock">The target's clock at that time; null when it is not known.</param>
/// <param name="Objects">How many objects the walk passed.</param>
/// <param name="LostBytes">How many bytes of the heap, among which tasks may be, could not be told.</param>
internal sealed record HeapImage(
    ObjectStore Store, IReadOnlyList<ThreadCapture> Threads, DelegateMethods Delegates, Clock? Clock, long Objects, long LostBytes)
{
    /// <summary>Gets the static fields that may hold something waited for, and what they refer to.</summary>
    public IReadOnlyList<(HolderField Field, ulong Value)> Statics { get; init; } = [];

    /// <summary>Gets the monitors that threads hold.</summary>
    public IReadOnlyList<MonitorCapture> Monitors { get; init; } = [];

    /// <summary>Gets the scheduler or context that keeps a task or delegate, by the latter.</summary>
    public IReadOnlyDictionary<ulong, ulong> Held { get; init; } = new Dictionary<ulong, ulong>();

    /// <summary>Gets the static fields that hold AsyncLocals; null when contexts are not wanted.</summary>
    public LocalHolders? LocalHolders { get; init; }

    /// <summary>Gets the variables of methods; null when values are not wanted.</summary>
    public VariableCopies? Variables { get; init; }

    /// <summary>Gets which tasks need not be described; null when all are to be.</summary>
    public Selection? Selection { get; init; }

    /// <summary>Makes the image of a target that was not read.</summary>
    public static HeapImage Empty(IMemoryReader reader) => new(new ObjectStore(new RootTable(new TypeTable(reader), [])), [], new DelegateMethods(), null, 0, 0);
}
