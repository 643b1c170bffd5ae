using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>All that was copied of a target while it stood still; from here on the target runs.</summary>
/// <param name="Store">The copied objects.</param>
/// <param name="Threads">The threads.</param>
/// <param name="Delegates">The methods of delegates.</param>
/// <param name="NowTicks">The target's <c>Environment.TickCount64</c> at that time; null for a dump.</param>
/// <param name="Objects">How many objects the walk passed.</param>
/// <param name="LostBytes">How many bytes of the heap, among which tasks may be, could not be told.</param>
internal sealed record HeapImage(
    ObjectStore Store, IReadOnlyList<ThreadCapture> Threads, DelegateMethods Delegates, long? NowTicks, long Objects, long LostBytes)
{
    /// <summary>Makes the image of a target that was not read.</summary>
    public static HeapImage Empty(IMemoryReader reader) => new(new ObjectStore(new RootTable(new TypeTable(reader), [])), [], new DelegateMethods(), null, 0, 0);
}
