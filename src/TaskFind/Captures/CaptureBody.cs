using System.Security.Cryptography;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>The unpacked part of a capture, of which no more is read than a capture may have, whatever it says of itself.</summary>
internal sealed class CaptureBody : IDisposable
{
    private const int Block = 1 << 20;
    private readonly Stream _unpacked;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly BufferedStream _buffered;
    private long _left = Limits.Capture.Bytes;

    public CaptureBody(Stream unpacked, ReadOnlySpan<byte> header)
    {
        _unpacked = unpacked;
        _buffered = new BufferedStream(unpacked);
        _hash.AppendData(header);
    }

    /// <summary>Reads the next section; null behind the last, when all is as it was written.</summary>
    public (int Id, byte[] Bytes)? NextSection()
    {
        var before = _hash.GetCurrentHash();
        var id = Number(int.MaxValue);
        var bytes = Part((int)Number(Math.Min(_left, Array.MaxLength)));
        if (id != CaptureFormat.End)
            return ((int)id, bytes);
        return bytes.AsSpan().SequenceEqual(before) ? null : throw new CaptureException("it is not as it was written");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        _buffered.Dispose();
        _unpacked.Dispose();
    }

    private long Number(long most)
    {
        var value = 0L;
        Span<byte> next = stackalloc byte[1];
        for (var shift = 0; shift < 35; shift += 7)
        {
            Fill(next);
            value |= (long)(next[0] & 0x7f) << shift;
            if (next[0] < 0x80)
                return value <= most ? value : throw new CaptureException("it says that it is larger than a capture can be");
        }

        throw new CaptureException("a number in it has no end");
    }

    // In blocks, because the length is only what somebody has said.
    private byte[] Part(int length)
    {
        var bytes = new byte[Math.Min(length, Block)];
        Fill(bytes);
        while (bytes.Length < length)
        {
            var at = bytes.Length;
            Array.Resize(ref bytes, (int)Math.Min(length, at * 2L));
            Fill(bytes.AsSpan(at));
        }

        return bytes;
    }

    private void Fill(Span<byte> bytes)
    {
        _left -= bytes.Length;
        if (_left < 0)
            throw new CaptureException("it is larger than a capture can be");
        if (Read(bytes) < bytes.Length)
            throw new CaptureException("it is cut short");
        _hash.AppendData(bytes);
    }

    private int Read(Span<byte> bytes)
    {
        try
        {
            return _buffered.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new CaptureException("it cannot be unpacked");
        }
    }
}
