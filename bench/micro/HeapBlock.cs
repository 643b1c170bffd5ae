using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning;

namespace TaskFind.Bench.Micro;

/// <summary>A made-up piece of heap, laid over the memory of this process, where the types of its objects are.</summary>
internal sealed class HeapBlock(IMemoryReader below) : IMemoryReader
{
    /// <summary>Where it lies: below what the kernel gives to libraries and heaps.</summary>
    public const ulong Start = 0x1000_0000_0000;
    private const int LengthAt = 8, FirstRoom = 1 << 20;
    private byte[] _bytes = new byte[FirstRoom];

    /// <summary>Gets where the next object goes.</summary>
    public ulong End { get; private set; } = Start;

    public int PointerSize => below.PointerSize;

    /// <summary>Adds an object that is all zeroes but for its type and, when it is an array or a string, its length.</summary>
    public void Add(TypeEntry type, uint length)
    {
        var (at, size) = ((int)(End - Start), (int)type.SizeOf(length));
        while (at + size > _bytes.Length)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(at), type.MethodTable);
        if (type.ComponentSize > 0)
            BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(at + LengthAt), length);
        End += (ulong)size;
    }

    public int Read(ulong address, Span<byte> buffer)
    {
        if (address < Start || address >= End)
            return below.Read(address, buffer);
        var length = (int)Math.Min((ulong)buffer.Length, End - address);
        _bytes.AsSpan((int)(address - Start), length).CopyTo(buffer);
        return length;
    }

    public bool Read<T>(ulong address, out T value)
        where T : unmanaged
    {
        Span<byte> bytes = stackalloc byte[Unsafe.SizeOf<T>()];
        var isRead = Read(address, bytes) == bytes.Length;
        value = isRead ? MemoryMarshal.Read<T>(bytes) : default;
        return isRead;
    }

    public T Read<T>(ulong address)
        where T : unmanaged => Read(address, out T value) ? value : default;

    public bool ReadPointer(ulong address, out ulong value) => Read(address, out value);

    public ulong ReadPointer(ulong address) => Read<ulong>(address);
}
