using System.IO.Compression;
using System.Security.Cryptography;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>Saves a graph as a capture, and loads it: a small file with names, states, places and waits, and without the heap. <c>docs/captures.md</c> describes the format.</summary>
public static class TaskCapture
{
    /// <summary>The version that is written; older ones are read too.</summary>
    internal const int Version = 2;

    private const int SealLength = 8;

    /// <summary>Of Brotli's eleven: beyond this one, a hundredth less costs ten times as long.</summary>
    private const int Quality = 9;

    // Ends in what a transfer as text would change.
    private static readonly byte[] s_magic = [.. "TFCAP"u8, 0x1A, 0x0D, 0x0A];

    /// <summary>Saves a graph. It has the results and AsyncLocals of tasks only if the look was asked for them.</summary>
    public static void Save(TaskGraph graph, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(stream);
        using var body = new MemoryStream();
        GraphFormat.Code(new CaptureEncoder(body), graph.Data);
        stream.Write(s_magic);
        stream.WriteByte(Version);
        stream.Write(Seal(body.GetBuffer().AsSpan(0, (int)body.Length)));
        using var packed = new BrotliStream(stream, new BrotliCompressionOptions { Quality = Quality }, leaveOpen: true);
        body.WriteTo(packed);
    }

    /// <summary>Loads a graph; throws <see cref="InvalidDataException"/> for what is no capture, is damaged, or was written by a newer version.</summary>
    public static TaskGraph Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!IsCapture(stream))
            throw new InvalidDataException("The file is no capture.");
        var version = stream.ReadByte();
        if (version is < 1 or > Version)
            throw new InvalidDataException(version < 0 ? "The capture ends before it begins." : $"The capture has format {version}, and this version of the tool reads up to {Version}.");
        try
        {
            Span<byte> seal = stackalloc byte[SealLength];
            stream.ReadExactly(seal);
            using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            var body = Unpack(packed);
            if (!seal.SequenceEqual(Seal(body.Span)))
                throw CaptureDecoder.Damaged();
            var data = GraphFormat.Code(new CaptureDecoder(version, body), null);
            CaptureCheck.Check(data);
            return new TaskGraph(data);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException("The capture is damaged.", e);
        }
    }

    // Against damage on the way, which the packing does not notice; it is no signature.
    private static ReadOnlySpan<byte> Seal(ReadOnlySpan<byte> body) => SHA256.HashData(body).AsSpan(0, SealLength);

    /// <summary>Tells whether a stream begins as a capture does, and reads so far.</summary>
    internal static bool IsCapture(Stream stream)
    {
        Span<byte> head = stackalloc byte[s_magic.Length];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(s_magic);
    }

    private static ReadOnlyMemory<byte> Unpack(Stream packed)
    {
        var body = new MemoryStream();
        var piece = new byte[1 << 16];
        for (int read; (read = packed.Read(piece)) > 0;)
        {
            if (body.Length + read > Limits.Capture.Bytes)
                throw new InvalidDataException($"The capture holds more than {Limits.Capture.Bytes} bytes.");
            body.Write(piece, 0, read);
        }

        return new ReadOnlyMemory<byte>(body.GetBuffer(), 0, (int)body.Length);
    }
}
