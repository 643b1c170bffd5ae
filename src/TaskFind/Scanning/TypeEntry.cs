using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Holding;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>What the scan knows of one method table: its size, name and, when the type is of interest, its layout.</summary>
internal sealed class TypeEntry
{
    private const int HeaderOnly = 16;
    private readonly Lazy<(ILayout? Layout, int[] Follow, int Extent)> _shape;
    private string? _displayName;

    public TypeEntry(int index, ulong methodTable, uint baseSize, uint componentSize, ClrType? type, HolderTypes? holders = null)
    {
        (Index, MethodTable, BaseSize, ComponentSize, Type) = (index, methodTable, baseSize, componentSize, type);
        var root = type is null ? null : LayoutCatalogue.FindRoot(type) ?? holders?.TryFor(type);
        IsRoot = root is not null;
        Locals = root is IMachineHolder { Embedded: { } machine } ? holders?.Locals(machine) ?? [] : [];
        _shape = new(() => Shape(Locals, root ?? (type is null ? null : LayoutCatalogue.FindOther(type))));
    }

    /// <summary>Gets its place in the <see cref="TypeTable"/>.</summary>
    public int Index { get; }

    public ulong MethodTable { get; }

    public uint BaseSize { get; }

    /// <summary>Bytes of one element of an array or string, 0 for other objects.</summary>
    public uint ComponentSize { get; }

    /// <summary>The type as ClrMD has it; null for free space.</summary>
    public ClrType? Type { get; }

    /// <summary>Gets what reads objects of this type; found when the first of them is met, for that looks at fields.</summary>
    public ILayout? Layout => _shape.Value.Layout;

    /// <summary>Gets the offsets of the references whose objects are copied too.</summary>
    public int[] Follow => _shape.Value.Follow;

    /// <summary>Gets how many bytes of an object are copied.</summary>
    public int Extent => _shape.Value.Extent;

    /// <summary>Whether the walk keeps every object of this type; others are copied only when something kept refers to them.</summary>
    public bool IsRoot { get; }

    /// <summary>Gets the locals of an async method, in the machine that objects of this type hold, that may hold something waited for.</summary>
    public IReadOnlyList<(int Offset, HolderField Field)> Locals { get; }

    public string Name => Type?.Name ?? "?";

    public string DisplayName => _displayName ??= TypeNames.Display(Name);

    /// <summary>Looks at the fields of a type whose objects are kept, so that the walk's workers need not.</summary>
    public void Prepare() => _ = IsRoot ? _shape.Value.Extent : 0;

    /// <summary>Gives the size of an object, aligned to eight bytes; <paramref name="count"/> is its element count.</summary>
    public ulong SizeOf(uint count) => (BaseSize + ((ulong)ComponentSize * count) + 7) & ~7UL;

    private static (ILayout? Layout, int[] Follow, int Extent) Shape(IReadOnlyList<(int Offset, HolderField Field)> locals, ILayout? layout) => layout is null
        ? (null, [], HeaderOnly)
        : (layout, [.. layout.Follow.Where(o => o >= 0).Distinct()], Math.Clamp(Math.Max(layout.Extent, locals.Select(l => l.Offset + 8).DefaultIfEmpty().Max()), HeaderOnly, ScanLimits.ArrayLength * 8));
}
