using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TaskFind.Scanning.Walking;

/// <summary>Pieces of bytes, each behind its length, in chunks that never move; a piece is found again by a number.</summary>
internal sealed class ByteChunks
{
    private const int ChunkBits = 17, ChunkSize = 1 << ChunkBits, AlignBits = 3, Head = sizeof(int);
    private readonly List<byte[]> _chunks = [];
    private int _used = ChunkSize;

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var piece = _chunks[number >> (ChunkBits - AlignBits)].AsSpan((number << AlignBits) & (ChunkSize - 1));
            return piece.Slice(Head, BinaryPrimitives.ReadInt32LittleEndian(piece));
        }
    }

    /// <summary>Copies a piece and gives its number.</summary>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        var length = Head + bytes.Length;
        if (_used + length > ChunkSize)
        {
            _chunks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(length, ChunkSize)));
            _used = 0;
        }

        var number = checked((_chunks.Count - 1) << (ChunkBits - AlignBits)) | (_used >> AlignBits);
        var piece = _chunks[^1].AsSpan(_used);
        BinaryPrimitives.WriteInt32LittleEndian(piece, bytes.Length);
        bytes.CopyTo(piece[Head..]);
        _used = (_used + length + (1 << AlignBits) - 1) >> AlignBits << AlignBits;
        return number;
    }

    /// <summary>Takes over the chunks of another, and gives what its numbers are to be raised by.</summary>
    public int Append(ByteChunks other)
    {
        var raise = checked(_chunks.Count << (ChunkBits - AlignBits));
        _chunks.AddRange(CollectionsMarshal.AsSpan(other._chunks));
        _used = ChunkSize;
        return raise;
    }
}
