using System.Runtime.InteropServices;
using System.Text;

namespace TaskFind.Captures;

/// <summary>Collects the bytes of a section.</summary>
internal sealed class CaptureOutput(CaptureTables tables)
{
    private byte[] _bytes = new byte[256];

    /// <summary>Gets the tables that are written, whose pools take what cells refer to.</summary>
    public CaptureTables Tables => tables;

    /// <summary>The value before, of a column whose values are written as differences.</summary>
    public long Previous { get; set; }

    /// <summary>Gets how many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Writes a number in groups of seven bits, the lowest first.</summary>
    public void Unsigned(ulong value)
    {
        Reserve(10);
        for (; value >= 0x80; value >>= 7)
            _bytes[Length++] = (byte)(value | 0x80);
        _bytes[Length++] = (byte)value;
    }

    /// <summary>Writes a number whose sign is its lowest bit.</summary>
    public void Signed(long value) => Unsigned((ulong)(value << 1) ^ (ulong)(value >> 63));

    /// <summary>Writes a number as its difference to the one before.</summary>
    public void Difference(long value)
    {
        Signed(unchecked(value - Previous));
        Previous = value;
    }

    /// <summary>Writes an index: 0 for none, else one and its difference to the last one that was there.</summary>
    public void Index(int index)
    {
        if (index < 0)
        {
            Unsigned(0);
            return;
        }

        var difference = index - Previous;
        Unsigned(((ulong)(difference << 1) ^ (ulong)(difference >> 63)) + 1);
        Previous = index;
    }

    /// <summary>Writes a string: twice its length, and its UTF-8; for one that has none, for halves of characters, its UTF-16 and one more.</summary>
    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var isWhole = Encoding.UTF8.GetString(bytes) == text;
        var written = isWhole ? bytes : MemoryMarshal.AsBytes(text.AsSpan());
        Unsigned((ulong)written.Length << 1 | (isWhole ? 0u : 1u));
        Raw(written);
    }

    /// <summary>Writes bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - Length < more)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }
}
