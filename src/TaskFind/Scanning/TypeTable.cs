using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>Maps method tables to what the scan knows of them; each is asked of the DAC once, and kept from the warm-up to the end of the look.</summary>
internal sealed class TypeTable(IMemoryReader reader)
{
    private const uint HasComponents = 0x8000_0000;
    // A string's base size, 22, is the smallest there is.
    private const uint SmallestBase = 16, LargestBase = 1 << 26;
    private readonly Dictionary<ulong, TypeEntry?> _entries = [];
    private ClrHeap? _heap;
    private ulong _freeTable;

    public IEnumerable<TypeEntry> All => _entries.Values.OfType<TypeEntry>();

    /// <summary>Tells which runtime unknown method tables are asked of from now on.</summary>
    public void Use(ClrHeap heap) => (_heap, _freeTable) = (heap, heap.FreeType.MethodTable);

    /// <summary>Gives the entry of a method table; null when it is none.</summary>
    public TypeEntry? Find(ulong methodTable)
    {
        if (!_entries.TryGetValue(methodTable, out var entry))
            _entries.Add(methodTable, entry = Resolve(methodTable));
        return entry;
    }

    /// <summary>Gives the entry of a type that no object need have, such as a struct state machine; null when it has no method table.</summary>
    public TypeEntry? Find(ClrType type) => type.MethodTable == 0 ? null : Find(type.MethodTable);

    /// <summary>Tells whether a method table has been met before, without asking the target.</summary>
    public bool IsKnown(ulong methodTable) => _entries.TryGetValue(methodTable, out var entry) && entry is not null;

    private TypeEntry? Resolve(ulong methodTable)
    {
        // MethodTable.m_dwFlags and m_BaseSize: the low half of the flags is the component size when the top bit is set.
        Span<byte> head = stackalloc byte[8];
        if (methodTable < 0x1000 || (methodTable & 7) != 0 || reader.Read(methodTable, head) != head.Length)
            return null;
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(head);
        var baseSize = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        var component = (flags & HasComponents) != 0 ? flags & 0xFFFF : 0;
        if (methodTable == _freeTable)
            return new TypeEntry(methodTable, baseSize, component, null);
        if (_heap?.GetTypeByMethodTable(methodTable) is not { IsFree: false } type)
            return null;
        if (baseSize is < SmallestBase or > LargestBase && !type.IsValueType)
            return null;
        return new TypeEntry(methodTable, baseSize, component, type);
    }
}
