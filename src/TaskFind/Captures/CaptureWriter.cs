using System.IO.Compression;
using System.Security.Cryptography;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>Writes a graph as docs/captures.md says.</summary>
internal static class CaptureWriter
{
    /// <summary>Writes it; throws <see cref="CaptureException"/> for one that no reader would take.</summary>
    public static void Write(TaskGraphData data, Stream output)
    {
        var sections = SectionsOf(CaptureTables.Of(data));
        var header = CaptureFormat.Header();
        output.Write(header);
        using var packed = new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true);
        Write(packed, header, sections);
    }

    /// <summary>Writes sections, and what seals them, without packing them.</summary>
    public static void Write(Stream packed, ReadOnlySpan<byte> header, IEnumerable<(int Id, byte[] Bytes)> sections)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        foreach (var (id, bytes) in sections)
            Write(packed, hash, id, bytes);
        Write(packed, hash, CaptureFormat.End, hash.GetCurrentHash());
    }

    /// <summary>Gives the sections of a graph that have something to say, in the order in which they are read.</summary>
    public static IReadOnlyList<(int Id, byte[] Bytes)> SectionsOf(CaptureTables tables)
    {
        var written = new List<(int Id, byte[] Bytes)>();
        var total = 0L;

        // From the last to the first: what is referred to is known when all that refer to it are written.
        foreach (var section in CaptureSections.All.Reverse())
        {
            var output = new CaptureOutput(tables);
            section.Write(output);
            total += output.Length;
            if (total > Limits.Capture.Bytes || tables.Rows > Limits.Capture.Rows)
                throw new CaptureException("so many tasks are more than a capture holds");
            if (output.Length > 0)
                written.Add((section.Id, output.Bytes.ToArray()));
        }

        written.Reverse();
        return written;
    }

    private static void Write(Stream packed, IncrementalHash hash, int id, byte[] bytes)
    {
        var head = new CaptureOutput(new CaptureTables());
        head.Unsigned((ulong)id);
        head.Unsigned((ulong)bytes.Length);
        foreach (var part in new[] { head.Bytes.ToArray(), bytes })
        {
            hash.AppendData(part);
            packed.Write(part);
        }
    }
}
