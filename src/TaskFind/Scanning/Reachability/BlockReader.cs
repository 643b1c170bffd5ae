using System.Buffers.Binary;
using System.Numerics;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Reachability;

/// <summary>Reads memory in blocks that are kept for a while: what refers to each other lies near each other mostly, and a read for each object is what costs.</summary>
internal sealed class BlockReader(IMemoryReader reader)
{
    private const int BlockBits = 14, BlockSize = 1 << BlockBits, PageSize = 4096, Word = sizeof(ulong);
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;
    private static readonly int s_shift = 64 - BitOperations.Log2(Limits.Deep.Blocks);
    private readonly byte[]?[] _blocks = new byte[Limits.Deep.Blocks][];
    private readonly ulong[] _numbers = new ulong[Limits.Deep.Blocks];
    private readonly int[] _lengths = new int[Limits.Deep.Blocks];
    private readonly byte[] _page = new byte[PageSize];
    private ulong _pageNumber = ulong.MaxValue;

    /// <summary>Gives the bytes from an address to the end of the block that it lies in, good until the next call; none when they cannot be read.</summary>
    public ReadOnlySpan<byte> From(ulong address)
    {
        var number = address >> BlockBits;
        var slot = (int)((number * Spread) >> s_shift);
        var block = _blocks[slot] ??= new byte[BlockSize];
        if (_numbers[slot] != number || _lengths[slot] == 0)
        {
            _numbers[slot] = number;
            _lengths[slot] = Math.Max(reader.Read(number << BlockBits, block), 0);
        }

        var offset = (int)(address & (BlockSize - 1));
        return offset < _lengths[slot] ? block.AsSpan(offset, _lengths[slot] - offset) : Page(address);
    }

    /// <summary>Reads a word at a multiple of eight; false when it cannot be read.</summary>
    public bool TryWord(ulong address, out ulong word)
    {
        var bytes = From(address);
        word = bytes.Length < Word ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        return bytes.Length >= Word;
    }

    // The memory before it may be missing, in which case nothing of the block was read.
    private ReadOnlySpan<byte> Page(ulong address)
    {
        var start = address & ~(ulong)(PageSize - 1);
        if (_pageNumber != start)
        {
            _pageNumber = ulong.MaxValue;
            if (reader.Read(start, _page) != PageSize)
                return [];
            _pageNumber = start;
        }

        return _page.AsSpan((int)(address - start));
    }
}
