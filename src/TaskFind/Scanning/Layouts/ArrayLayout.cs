using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads a one-dimensional array of references, or of the slots of a queue, which begin with one; its elements are followed.</summary>
internal sealed class ArrayLayout : ILayout
{
    private const int LengthAt = 8, ElementsAt = 16, ElementSize = 8;

    public int Extent => ElementsAt + (Limits.Scan.ArrayLength * ElementSize);

    public IReadOnlyList<int> Follow => [];

    public static ILayout? TryFor(ClrType type) =>
        type.IsArray && type.ContainsPointers && (type.ComponentSize == ElementSize ? IsOfInterest(type) : IsQueue(type)) ? new ArrayLayout() : null;

    /// <summary>Gives how many elements the array has.</summary>
    public static int Count(in ObjectBytes o) => Math.Max(o.Int32(LengthAt), 0);

    /// <summary>Gives how many of them were copied.</summary>
    public static int Length(in ObjectBytes o) =>
        Math.Clamp(Math.Min(o.Int32(LengthAt), (o.Length - ElementsAt) / Stride(o)), 0, Limits.Scan.ArrayLength);

    public static ulong Element(in ObjectBytes o, int index) => o.Ref(ElementsAt + (index * Stride(o)));

    private static int Stride(in ObjectBytes o) => Math.Max((int)o.Type.ComponentSize, ElementSize);

    private static bool IsQueue(ClrType type) =>
        type.ComponentSize == 2 * ElementSize && type.Name?.StartsWith("System.Collections.Concurrent.ConcurrentQueueSegment<System.Object>+Slot", StringComparison.Ordinal) == true;

    private static bool IsOfInterest(ClrType type) =>
        type.Name is "System.Object[]"
        || type.Name?.StartsWith(TaskLayout.TypeName, StringComparison.Ordinal) == true
        || type.Name == "System.Collections.Concurrent.ConcurrentQueue<System.Object>[]"
        || type.Name?.StartsWith("System.Threading.Channels.", StringComparison.Ordinal) == true
        || type.Name == "System.Runtime.ExceptionServices.ExceptionDispatchInfo[]";
}
