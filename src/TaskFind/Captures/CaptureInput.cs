using System.Runtime.InteropServices;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>Reads the bytes of a section, whoever wrote them; throws <see cref="CaptureException"/> where they make no sense.</summary>
internal sealed class CaptureInput(CaptureTables tables, ReadOnlyMemory<byte> bytes)
{
    private int _at;

    /// <summary>Gets the tables that are filled, whose pools have what cells refer to.</summary>
    public CaptureTables Tables => tables;

    /// <summary>The value before, of a column whose values are written as differences.</summary>
    public long Previous { get; set; }

    /// <summary>Gets how many bytes are left.</summary>
    public int Left => bytes.Length - _at;

    /// <summary>Reads what <see cref="CaptureOutput.Unsigned"/> wrote.</summary>
    public ulong Unsigned()
    {
        var span = bytes.Span;
        var value = 0ul;
        for (var shift = 0; shift < 70 && _at < span.Length; shift += 7)
        {
            var next = span[_at++];
            if (shift == 63 && next > 1)
                break;
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }

        throw new CaptureException("a number in it has no end");
    }

    /// <summary>Reads what <see cref="CaptureOutput.Signed"/> wrote.</summary>
    public long Signed() => Sign(Unsigned());

    /// <summary>Reads a number that is an int.</summary>
    public int Int() => Signed() is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw new CaptureException("a number in it is too large");

    /// <summary>Reads what <see cref="CaptureOutput.Difference"/> wrote.</summary>
    public long Difference() => Previous = unchecked(Previous + Signed());

    /// <summary>Reads what <see cref="CaptureOutput.Index"/> wrote; whether it is in its table is not known yet.</summary>
    public int Index()
    {
        var value = Unsigned();
        if (value == 0)
            return -1;
        var index = unchecked(Previous + Sign(value - 1));
        if (index is < 0 or > int.MaxValue)
            throw new CaptureException("an index in it is none");
        Previous = index;
        return (int)index;
    }

    /// <summary>Reads the count of things that take a byte each at the least.</summary>
    public int Count()
    {
        var count = Unsigned();
        if (count > (ulong)Left)
            throw new CaptureException("a count in it is larger than what follows");
        return (int)count;
    }

    /// <summary>Reads the count of rows of a table, of which a capture has only so many.</summary>
    public int Rows()
    {
        var count = Count();
        tables.Rows += count;
        return tables.Rows <= Limits.Capture.Rows ? count : throw new CaptureException("it has too many rows");
    }

    /// <summary>Reads what <see cref="CaptureOutput.Text"/> wrote.</summary>
    public string Text()
    {
        var length = Unsigned();
        if (length >> 1 > (ulong)Left || (length & 3) == 3)
            throw new CaptureException("a string in it is longer than what follows");
        var text = Raw((int)(length >> 1)).Span;
        return (length & 1) == 0 ? Encoding.UTF8.GetString(text) : new string(MemoryMarshal.Cast<byte, char>(text));
    }

    /// <summary>Reads bytes as they are.</summary>
    public ReadOnlyMemory<byte> Raw(int length)
    {
        if (length > Left)
            throw new CaptureException("a part of it is longer than what follows");
        var part = bytes.Slice(_at, length);
        _at += length;
        return part;
    }

    private static long Sign(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}
