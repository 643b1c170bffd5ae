using System.Runtime.CompilerServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning;
using Xunit;

namespace TaskFind.Tests.Scanning;

/// <summary>Pieces that lie close together come from one read, and no address of a hostile target leads outside of the block.</summary>
public sealed class NearReaderTests
{
    private const ulong Start = 0x7F00_0000_0000;
    private static readonly ulong[] s_neighbours = [.. Enumerable.Range(0, 16).Select(i => Start + ((ulong)i * 64))];

    [Fact]
    public void Neighbours_come_from_one_read_as_they_are_in_memory()
    {
        var memory = new Memory();
        var near = new NearReader(memory);
        var piece = new byte[64];

        for (var i = 0; i < s_neighbours.Length; i++)
        {
            Assert.Equal(piece.Length, near.Read(s_neighbours[i], piece, s_neighbours.AsSpan(i + 1)));
            Assert.Equal(Memory.At(s_neighbours[i] + 63), piece[63]);
        }

        Assert.Equal(1, memory.Reads);
    }

    [Theory]
    [InlineData(ulong.MaxValue - 7)]
    [InlineData(ulong.MaxValue - 127)]
    [InlineData(0UL)]
    [InlineData(Start - 8)]
    [InlineData(Start + (32 << 10) - 8)]
    public void What_is_not_wholly_in_the_block_is_read_for_itself(ulong address)
    {
        var memory = new Memory();
        var near = new NearReader(memory);
        near.Read(Start, new byte[64], s_neighbours.AsSpan(1));

        near.Read(address, new byte[128], []);

        Assert.Equal(2, memory.Reads);
    }

    private sealed class Memory : IMemoryReader
    {
        public int Reads { get; private set; }

        public int PointerSize => 8;

        public static byte At(ulong address) => (byte)(address * 31 >> 3);

        public int Read(ulong address, Span<byte> buffer)
        {
            Reads++;
            for (var i = 0; i < buffer.Length; i++)
                buffer[i] = At(address + (ulong)i);
            return buffer.Length;
        }

        public unsafe bool Read<T>(ulong address, out T value)
            where T : unmanaged
        {
            value = default;
            return Read(address, new Span<byte>(Unsafe.AsPointer(ref value), sizeof(T))) == sizeof(T);
        }

        public T Read<T>(ulong address)
            where T : unmanaged => Read(address, out T value) ? value : default;

        public bool ReadPointer(ulong address, out ulong value) => Read(address, out value);

        public ulong ReadPointer(ulong address) => Read<ulong>(address);
    }
}
