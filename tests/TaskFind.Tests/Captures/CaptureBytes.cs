using System.IO.Compression;
using TaskFind.Captures;
using TaskFind.Model;

namespace TaskFind.Tests.Captures;

/// <summary>Saves and loads in memory, and makes captures that nobody has saved.</summary>
internal static class CaptureBytes
{
    public static byte[] Of(TaskGraph graph)
    {
        using var output = new MemoryStream();
        TaskCapture.Save(graph, output);
        return output.ToArray();
    }

    public static TaskGraph Load(byte[] bytes)
    {
        using var input = new MemoryStream(bytes);
        return TaskCapture.Load(input);
    }

    public static IReadOnlyList<(int Id, byte[] Bytes)> Sections(TaskGraph graph) => CaptureWriter.SectionsOf(CaptureTables.Of(graph.Data));

    /// <summary>Packs and seals sections, whatever is in them.</summary>
    public static byte[] Sealed(IEnumerable<(int Id, byte[] Bytes)> sections, byte major = CaptureFormat.Major, byte minor = CaptureFormat.Minor)
    {
        using var output = new MemoryStream();
        var header = CaptureFormat.Header(major, minor);
        output.Write(header);
        using (var packed = new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true))
            CaptureWriter.Write(packed, header, sections);
        return output.ToArray();
    }
}
