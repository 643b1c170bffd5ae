using System.Buffers.Binary;
using TaskFind.Model;

namespace TaskFind.Scanning.Layouts;

/// <summary>The copied bytes of one object, read by offset from its method table pointer; what lies outside the copy reads as zero.</summary>
internal readonly ref struct ObjectBytes(ulong address, TypeEntry type, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public ulong Address { get; } = address;

    public TypeEntry Type { get; } = type;

    public int Length => _bytes.Length;

    public ulong Ref(int offset) => Fits(offset, 8) ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[offset..]) : 0;

    public long Int64(int offset) => (long)Ref(offset);

    public int Int32(int offset) => Fits(offset, 4) ? BinaryPrimitives.ReadInt32LittleEndian(_bytes[offset..]) : 0;

    public uint UInt32(int offset) => (uint)Int32(offset);

    public short Int16(int offset) => Fits(offset, 2) ? BinaryPrimitives.ReadInt16LittleEndian(_bytes[offset..]) : (short)0;

    public byte Byte(int offset) => Fits(offset, 1) ? _bytes[offset] : (byte)0;

    public bool Bool(int offset) => Fits(offset, 1) && _bytes[offset] != 0;

    public ReadOnlySpan<byte> Slice(int offset, int length) => Fits(offset, length) ? _bytes.Slice(offset, length) : default;

    public ObjectAddress Id => new(Address);

    private bool Fits(int offset, int size) => offset >= 0 && size >= 0 && offset <= _bytes.Length - size;
}
