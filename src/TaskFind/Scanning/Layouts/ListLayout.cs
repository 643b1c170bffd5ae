using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>List&lt;T&gt;</c> of references: its array and how much of that is in use.</summary>
internal sealed class ListLayout : FieldsLayout
{
    private readonly int _items, _size;

    private ListLayout(ClrType type)
        : base(type)
    {
        _items = Reference("_items");
        _size = Value("_size");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name?.StartsWith("System.Collections.Generic.List<", StringComparison.Ordinal) == true ? new ListLayout(type) : null;

    public ulong Items(in ObjectBytes o) => o.Ref(_items);

    /// <summary>Gives how many elements the list has.</summary>
    public int Count(in ObjectBytes o) => Math.Max(o.Int32(_size), 0);

    /// <summary>Gives how many of them are read.</summary>
    public int Size(in ObjectBytes o) => Math.Clamp(o.Int32(_size), 0, Limits.Scan.ArrayLength);
}
