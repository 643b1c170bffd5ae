using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads the collections of channels that know their size: <c>Deque&lt;T&gt;</c>, a ring in an array, and <c>PriorityQueue</c>.</summary>
internal sealed class SizedLayout : FieldsLayout
{
    private readonly int _size, _head, _array;

    private SizedLayout(ClrType type)
        : base(type)
    {
        _size = Value("_size");
        _head = Value("_head");
        // Only operations are of interest; items of the program's are counted and not read.
        _array = type.Name!.Contains("AsyncOperation", StringComparison.Ordinal) ? Reference("_array") : -1;
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name is { } name && (name.StartsWith("System.Collections.Generic.Deque<", StringComparison.Ordinal)
            || name.StartsWith("System.Collections.Generic.PriorityQueue<", StringComparison.Ordinal))
            ? new SizedLayout(type)
            : null;

    public int Size(in ObjectBytes o) => Math.Max(o.Int32(_size), 0);

    /// <summary>Gives the operations of a queue in their order, as far as they were copied.</summary>
    public IReadOnlyList<ulong> Elements(in ObjectBytes o, ObjectStore store)
    {
        if (!store.TryGet<ArrayLayout>(o.Ref(_array), out var array, out _) || ArrayLayout.Length(array) is not (> 0 and var copied))
            return [];
        var elements = new List<ulong>();
        var (head, length) = (Math.Max(o.Int32(_head), 0), ArrayLayout.Count(array));
        for (int i = 0, size = Math.Min(Size(o), length); i < size; i++)
        {
            if ((int)(((long)head + i) % length) is var at && at < copied)
                elements.Add(ArrayLayout.Element(array, at));
        }

        return elements;
    }
}
