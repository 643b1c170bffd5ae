using System.Runtime.InteropServices;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>Reads what <see cref="CaptureEncoder"/> wrote, and believes none of it: every length is measured against the bytes that are there.</summary>
internal sealed class CaptureDecoder : CaptureCodec
{
    private readonly Dictionary<int, ReadOnlyMemory<byte>> _sections = [];
    private ReadOnlyMemory<byte> _part;
    private int _at;

    /// <summary>Finds the parts; throws <see cref="InvalidDataException"/> for what is no capture.</summary>
    public CaptureDecoder(int version, ReadOnlyMemory<byte> body)
    {
        (Version, _part) = (version, body);
        while (_at < body.Length)
        {
            var (id, length) = (Raw(), Raw());
            if (id > int.MaxValue || length > (ulong)(body.Length - _at))
                throw Damaged();
            _sections.TryAdd((int)id, body.Slice(_at, (int)length));
            _at += (int)length;
        }
    }

    public override int Version { get; }

    public override T Section<T>(int id, T value, Func<T, T> code, T missing)
    {
        if (!_sections.TryGetValue(id, out var part))
            return missing;
        (_part, _at) = (part, 0);
        return code(value);
    }

    public override long Number(long value)
    {
        var raw = Raw();
        return (long)(raw >> 1) ^ -(long)(raw & 1);
    }

    public override ulong Address(ulong value) => Raw();

    public override string? TextOrNull(string? value)
    {
        var head = Raw();
        if (head == 0)
            return null;
        var length = (head - 1) >> 1;
        if (length > (ulong)(_part.Length - _at))
            throw Damaged();
        var bytes = _part.Span.Slice(_at, (int)length);
        _at += (int)length;
        return (head & 1) == 1 ? Encoding.UTF8.GetString(bytes) : new string(MemoryMarshal.Cast<byte, char>(bytes));
    }

    public override int Count(int value)
    {
        var count = Raw();
        return count > (ulong)(_part.Length - _at) ? throw Damaged() : (int)count;
    }

    public override Rows<T> Table<T>(Rows<T> rows, Func<T> empty)
    {
        var count = Count(0);
        var read = new Rows<T>();
        for (var i = 0; i < count; i++)
            read.Add(empty());
        return read;
    }

    /// <summary>Says that the file is not what a capture has to be.</summary>
    public static InvalidDataException Damaged() => new("The capture is damaged.");

    private ulong Raw()
    {
        var span = _part.Span;
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= span.Length)
                throw Damaged();
            var next = span[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw Damaged();
    }
}
