using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Holding;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>What the scan knows of one method table: its size, name and, when the type is of interest, its layout.</summary>
internal sealed class TypeEntry
{
    private const int HeaderOnly = 16;
    private readonly ILayout? _root;
    private Shape? _shape;
    private string? _displayName;

    public TypeEntry(int index, ulong methodTable, uint baseSize, uint componentSize, ClrType? type, HolderTypes? holders = null)
    {
        (Index, MethodTable, BaseSize, ComponentSize, Type) = (index, methodTable, baseSize, componentSize, type);
        var root = type is null ? null : LayoutCatalogue.FindRoot(type) ?? holders?.TryFor(type);
        IsRoot = root is not null;
        var machine = (root as IMachineHolder)?.Embedded;
        Locals = machine is null ? [] : holders?.Locals(machine) ?? [];
        TokenMachine = machine is { HasTokens: true } ? machine : null;
        ContextExtent = holders is { WantsContexts: true } && root is TaskObjectLayout box ? box.ContextExtent : 0;
        _root = root;
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
    public ILayout? Layout => Found.Layout;

    /// <summary>Gets the offsets of the references whose objects are copied too.</summary>
    public int[] Follow => Found.Follow;

    /// <summary>Gets how many bytes of an object are copied.</summary>
    public int Extent => Found.Extent;

    /// <summary>Whether the walk keeps every object of this type; others are copied only when something kept refers to them.</summary>
    public bool IsRoot { get; }

    /// <summary>Gets the locals of an async method, in the machine that objects of this type hold, that may hold something waited for.</summary>
    public IReadOnlyList<HolderSlot> Locals { get; }

    /// <summary>Gets the machine that objects of this type hold, when its method has cancellation tokens.</summary>
    public MachineLayout? TokenMachine { get; }

    /// <summary>Gets how many bytes are kept of an object that has a record alone otherwise: those that hold its context, when contexts are wanted.</summary>
    public int ContextExtent { get; }

    public string Name => Type?.Name ?? "?";

    public string DisplayName => _displayName ??= TypeNames.Display(Name);

    /// <summary>Looks at the fields of a type whose objects are kept, so that the walk's workers need not.</summary>
    public void Prepare() => _ = IsRoot ? Found.Extent : 0;

    /// <summary>Gives the size of an object, aligned to eight bytes; <paramref name="count"/> is its element count.</summary>
    public ulong SizeOf(uint count) => (BaseSize + ((ulong)ComponentSize * count) + 7) & ~7UL;

    // Two threads may both look at the fields: they find the same.
    private Shape Found => _shape ??= FindShape();

    private Shape FindShape()
    {
        if ((_root ?? (Type is null ? null : LayoutCatalogue.FindOther(Type))) is not { } layout)
            return new Shape(null, [], HeaderOnly);
        var extent = Math.Max(layout.Extent, Locals.Select(l => l.Offset + 8).DefaultIfEmpty().Max());
        return new Shape(layout, [.. layout.Follow.Where(o => o >= 0).Distinct()], Math.Clamp(extent, HeaderOnly, Limits.Scan.ArrayLength * 8));
    }

    private sealed record Shape(ILayout? Layout, int[] Follow, int Extent);
}
