using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning;

/// <summary>Tells a method table from any other word by reading it ourselves.</summary>
/// <remarks>
/// The DAC, asked about a word that is none, follows it, and where it comes to 0 or -1 it takes that for an address of its own process,
/// which then dies of SIGSEGV. Such words are met wherever the walk is out of step, and in every heap that is read while it changes.
/// </remarks>
internal sealed class MethodTableCheck(IMemoryReader reader)
{
    // Of a method table, its parent and its class; of a class, its method table. A marked word in the class's place is the method table
    // of which this one is an instantiation, and that one has the class.
    private const ulong ParentAt = 0x10, ClassAt = 0x28, TableAt = 0x10, MarkBits = 3;
    private const ulong LowestAddress = 0x1_0000, HighestAddress = 0x7FFF_FFFF_FFFF;
    private readonly HashSet<ulong> _passed = [];
    private bool _isKnownLayout;

    /// <summary>Looks at method tables that are certainly some: when they do not fit, this runtime has another layout and every word passes.</summary>
    public void Use(ClrHeap heap) =>
        _isKnownLayout = new[] { heap.ObjectType, heap.StringType, heap.ExceptionType }.All(t => t is not null && IsTable(t.MethodTable));

    /// <summary>
    /// Tells whether the DAC may be asked about a word. Rule: class and method table point at each other, for the table and for all its bases.
    /// Wrongly yes: a target that imitates one. Wrongly no: a table of which a part was not saved in a dump.
    /// </summary>
    public bool Passes(ulong table) => !_isKnownLayout || IsTable(table);

    private bool IsTable(ulong table)
    {
        var bases = new List<ulong>();
        for (var at = table; at != 0 && !_passed.Contains(at); at = Pointer(at + ParentAt))
        {
            if (bases.Count == Limits.Scan.Bases || !IsAddress(at) || !HasClass(at))
                return false;
            bases.Add(at);
        }

        _passed.UnionWith(bases);
        return table != 0;
    }

    private bool HasClass(ulong table)
    {
        var word = Pointer(table + ClassAt);
        var owner = (word & MarkBits) == 0 ? table : word & ~MarkBits;
        var type = owner == table ? word : IsAddress(owner) ? Pointer(owner + ClassAt) : 0;
        return IsAddress(type) && Pointer(type + TableAt) == owner;
    }

    private ulong Pointer(ulong address) => reader.ReadPointer(address, out var value) ? value : ulong.MaxValue;

    private static bool IsAddress(ulong word) => word is >= LowestAddress and <= HighestAddress && (word & 7) == 0;
}
