using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Walking;

/// <summary>One worker's own table from method table to size and kind, by open addressing; what it lacks it asks of the shared <see cref="TypeTable"/> once.</summary>
internal sealed class WalkTable(TypeTable types)
{
    private const int FirstBits = 13;

    /// <summary>Marks an empty slot: no method table lies there, and neither does the zero word of cleared memory.</summary>
    private const ulong Empty = ulong.MaxValue;
    private const int KeptNumbers = ushort.MaxValue - (int)WalkKind.Kept;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;
    private WalkSlot[] _slots = NewSlots(FirstBits);
    private int _shift = 64 - FirstBits;
    private int _count;

    /// <summary>What was asked for last, which the caller looks at before it asks again.</summary>
    private WalkSlot _asked;
    private readonly List<(TypeEntry Type, IRootLayout Layout)> _kept = [];

    /// <summary>Gives the type of a kept object by its number; there are numbers for 65,000 types, and others are asked for.</summary>
    public (TypeEntry Type, IRootLayout Layout) Kept(WalkKind kind, ulong methodTable)
    {
        var number = kind - WalkKind.Kept;
        if (number < _kept.Count)
            return _kept[number];
        var type = types.Find(methodTable)!;
        return (type, (IRootLayout)type.Layout!);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly WalkSlot Find(ulong methodTable)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var i = (int)((methodTable * Spread) >> _shift); ; i = (i + 1) & mask)
        {
            // The shift and the mask keep it inside, which the compiler does not see.
            ref readonly var slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(slots), i);
            if (slot.MethodTable == methodTable)
                return ref slot;
            if (slot.MethodTable == Empty)
                return ref Ask(methodTable);
        }
    }

    /// <summary>Tells whether a method table has been met before, without asking the target.</summary>
    public bool Knows(ulong methodTable)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)((methodTable * Spread) >> _shift); _slots[i & mask].MethodTable != Empty; i++)
        {
            if (_slots[i & mask].MethodTable == methodTable)
                return true;
        }

        return types.IsKnown(methodTable);
    }

    private static WalkSlot[] NewSlots(int bits)
    {
        var slots = new WalkSlot[1 << bits];
        Array.Fill(slots, new WalkSlot { MethodTable = Empty });
        return slots;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref readonly WalkSlot Ask(ulong methodTable)
    {
        // A word that is none is asked about anew each time: it need not stay so, and garbage must not fill the table.
        _asked = default;
        if (types.Find(methodTable) is not { } type)
            return ref _asked;
        _asked = new WalkSlot
        {
            MethodTable = methodTable,
            BaseSize = type.BaseSize,
            ComponentSize = (ushort)type.ComponentSize,
            Kind = type.Type is null ? WalkKind.Free : Kind(type),
        };
        Add(_asked);
        return ref _asked;
    }

    private WalkKind Kind(TypeEntry type)
    {
        if (!type.IsRoot || type.Layout is not IRootLayout layout)
            return WalkKind.Passed;
        if (_kept.Count == KeptNumbers)
            return (WalkKind)ushort.MaxValue;
        _kept.Add((type, layout));
        return (WalkKind)((int)WalkKind.Kept + _kept.Count - 1);
    }

    private void Add(in WalkSlot slot)
    {
        if (_count * 2 >= _slots.Length)
        {
            var bits = 64 - _shift + 1;
            var old = _slots;
            (_slots, _shift, _count) = (NewSlots(bits), 64 - bits, 0);
            foreach (var kept in old)
            {
                if (kept.MethodTable != Empty)
                    Put(kept);
            }
        }

        Put(slot);
    }

    private void Put(in WalkSlot slot)
    {
        var mask = _slots.Length - 1;
        var i = (int)((slot.MethodTable * Spread) >> _shift);
        while (_slots[i & mask].MethodTable != Empty)
            i++;
        _slots[i & mask] = slot;
        _count++;
    }
}
