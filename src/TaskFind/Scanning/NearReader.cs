using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>Reads small pieces in address order: where many lie close together, one read of a block serves them all.</summary>
internal sealed class NearReader(IMemoryReader reader)
{
    /// <summary>A block pays when so many more pieces lie in its length.</summary>
    private const int Enough = 8, BlockBytes = 32 << 10;
    private readonly byte[] _block = new byte[BlockBytes];
    private ulong _start, _end;

    /// <summary>Reads a piece and gives how many bytes there were.</summary>
    /// <param name="address">Where it lies.</param>
    /// <param name="piece">Where it goes.</param>
    /// <param name="following">The addresses that will be asked for next, ascending.</param>
    public int Read(ulong address, Span<byte> piece, ReadOnlySpan<ulong> following)
    {
        if (IsInBlock(address, piece.Length) || (following.Length >= Enough && following[Enough - 1] - address < BlockBytes && Load(address, piece.Length)))
        {
            _block.AsSpan((int)(address - _start), piece.Length).CopyTo(piece);
            return piece.Length;
        }

        return reader.Read(address, piece);
    }

    // Written so that no address can overflow: a hostile reference may be the last there is.
    private bool IsInBlock(ulong address, int length) => address >= _start && address < _end && _end - address >= (ulong)length;

    private bool Load(ulong address, int length)
    {
        var got = reader.Read(address, _block);
        (_start, _end) = (address, address + (ulong)Math.Max(got, 0));
        return got >= length;
    }
}
