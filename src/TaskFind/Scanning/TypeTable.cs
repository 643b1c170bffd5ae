using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Holding;

namespace TaskFind.Scanning;

/// <summary>Maps method tables to what the scan knows of them; each is asked of the DAC once, and kept from the warm-up to the end of the look.</summary>
internal sealed class TypeTable(IMemoryReader reader, HolderTypes? holders = null)
{
    private const ulong FlagBits = 7;
    private const uint HasComponents = 0x8000_0000;
    // A string's base size, 22, is the smallest there is.
    private const uint SmallestBase = 16;
    // ClrMD and the DAC under it serve one caller at a time, and the walk has several workers.
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, TypeEntry> _entries = [];
    private readonly List<TypeEntry> _list = [];
    private readonly MethodTableCheck _check = new(reader);
    private ClrHeap? _heap;
    private ulong _freeTable;

    /// <summary>Gets an entry by its <see cref="TypeEntry.Index"/>.</summary>
    public TypeEntry this[int index] => _list[index];

    /// <summary>Tells which runtime unknown method tables are asked of from now on.</summary>
    public void Use(ClrHeap heap)
    {
        (_heap, _freeTable) = (heap, heap.FreeType.MethodTable);
        _check.Use(heap);
    }

    /// <summary>Gives the entry of a method table; null when it is none.</summary>
    public TypeEntry? Find(ulong methodTable)
    {
        lock (_lock)
        {
            // What is none is not remembered: there is no end of such words, and what lies there may become one.
            if (_entries.TryGetValue(methodTable, out var entry) || Resolve(methodTable) is not { } found)
                return entry;
            _entries.Add(methodTable, found);
            _list.Add(found);
            found.Prepare();
            return found;
        }
    }

    /// <summary>Gives the entry of the type of an object; null when there is none at the address.</summary>
    public TypeEntry? At(ulong address) => reader.ReadPointer(address, out var word) ? Find(word & ~FlagBits) : null;

    /// <summary>Tells whether a method table has been met before, without asking the target.</summary>
    public bool IsKnown(ulong methodTable)
    {
        lock (_lock)
            return _entries.ContainsKey(methodTable);
    }

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
            return new TypeEntry(_list.Count, methodTable, baseSize, component, null);
        if (baseSize < SmallestBase || !_check.Passes(methodTable) || _heap?.GetTypeByMethodTable(methodTable) is not { IsFree: false } type)
            return null;
        if (baseSize > Limits.Scan.BaseBytes && !type.IsValueType)
            return null;
        return new TypeEntry(_list.Count, methodTable, baseSize, component, type, holders);
    }
}
