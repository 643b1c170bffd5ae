using System.IO.Compression;
using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>Reads a capture, whoever wrote it: what comes back fits together, everything else is a <see cref="CaptureException"/>.</summary>
internal static class CaptureReader
{
    /// <summary>Reads a capture from its first byte.</summary>
    public static TaskGraphData Read(Stream input)
    {
        var header = new byte[CaptureFormat.HeaderBytes];
        var length = input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var major = header[^2];
        if (!header.AsSpan().StartsWith(CaptureFormat.Magic))
            throw new CaptureException("it does not begin as one");
        if (length < header.Length || major == 0)
            throw new CaptureException("it has no version");
        if (major > CaptureFormat.Major)
            throw new CaptureException($"its format is version {major}, and this version reads up to {CaptureFormat.Major}") { IsNewer = true };
        using var unpacked = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true);
        using var body = new CaptureBody(unpacked, header);
        var tables = new CaptureTables();
        ReadSections(body, tables);
        CaptureCheck.Check(tables);
        return tables.ToData();
    }

    private static void ReadSections(CaptureBody body, CaptureTables tables)
    {
        var known = CaptureSections.All.ToDictionary(s => s.Id);
        for (var count = 0; count <= Limits.Capture.Sections; count++)
        {
            if (body.NextSection() is not { } section)
                return;
            if (known.Remove(section.Id, out var reader))
                reader.Read(new CaptureInput(tables, section.Bytes));
            else if (CaptureSections.All.Any(s => s.Id == section.Id))
                throw new CaptureException("a section of it is there twice");
        }

        throw new CaptureException("it has too many sections");
    }
}
