using System.Runtime.InteropServices;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>Writes: numbers in as few bytes as they need, the least seven bits first.</summary>
internal sealed class CaptureEncoder(Stream output) : CaptureCodec
{
    private Stream _at = output;

    public override int Version => TaskCapture.Version;

    public override T Section<T>(int id, T value, Func<T, T> code, T missing)
    {
        var (outer, part) = (_at, new MemoryStream());
        _at = part;
        code(value);
        _at = outer;
        Raw((ulong)id);
        Raw((ulong)part.Length);
        part.WriteTo(outer);
        return value;
    }

    public override long Number(long value)
    {
        Raw((ulong)((value << 1) ^ (value >> 63)));
        return value;
    }

    public override ulong Address(ulong value)
    {
        Raw(value);
        return value;
    }

    public override string? TextOrNull(string? value)
    {
        if (value is null)
        {
            Raw(0);
            return null;
        }

        // A lone surrogate of the target is nothing that UTF-8 could hold.
        var utf8 = Encoding.UTF8.GetBytes(value);
        var isUtf8 = Encoding.UTF8.GetString(utf8) == value;
        var bytes = isUtf8 ? utf8 : MemoryMarshal.AsBytes(value.AsSpan()).ToArray();
        Raw(((ulong)bytes.Length << 1) + (isUtf8 ? 1UL : 2UL));
        _at.Write(bytes);
        return value;
    }

    public override int Count(int value)
    {
        Raw((ulong)value);
        return value;
    }

    public override Rows<T> Table<T>(Rows<T> rows, Func<T> empty)
    {
        Raw((ulong)rows.Count);
        return rows;
    }

    private void Raw(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
            _at.WriteByte((byte)(value | 0x80));
        _at.WriteByte((byte)value);
    }
}
