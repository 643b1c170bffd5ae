using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.IntegrationTests.Heap;

/// <summary>Spoils some words of the heap, always the same ones in the same way, as a target could that means harm.</summary>
internal sealed class CorruptingReader(IDataReader inner, (ulong Start, ulong End)[] heap, uint seed, uint oneIn) : AlteringReader(inner)
{
    public override int Read(ulong address, Span<byte> buffer)
    {
        int got = Inner.Read(address, buffer);
        if (!heap.Any(s => address >= s.Start && address < s.End))
        {
            return got;
        }

        for (int i = (int)((8 - (address & 7)) & 7); i + 8 <= got; i += 8)
        {
            Span<byte> word = buffer.Slice(i, 8);
            uint hash = Hash(address + (ulong)i);
            if (hash % oneIn == 0)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(word, Spoilt(hash / oneIn, BinaryPrimitives.ReadUInt64LittleEndian(word)));
            }
        }

        return got;
    }

    private ulong Spoilt(uint how, ulong word) => (how % 9) switch
    {
        0 => 0,
        1 => ulong.MaxValue,
        2 => word + 8,
        3 => word ^ (1UL << (int)(how % 64)),
        4 => heap[how % heap.Length].Start + (how * 8UL),
        5 => int.MaxValue,
        6 => (word & 0xFFFF_FFFF_0000_0000) | 0x7FFF_FFF0,
        7 => word << 32,
        _ => how,
    };

    private uint Hash(ulong address)
    {
        ulong mixed = ((address >> 3) + seed) * 0x9E37_79B9_7F4A_7C15;
        return (uint)((mixed ^ (mixed >> 29)) >> 16);
    }
}
