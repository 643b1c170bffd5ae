using System.Buffers.Binary;
using System.Reflection.Metadata;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Keeps a copy of a metadata image in memory that does not move, as a MetadataReader needs it.</summary>
internal sealed unsafe class PinnedImage
{
    private readonly byte[] _bytes;

    private PinnedImage(byte[] bytes, MetadataReader reader)
    {
        _bytes = bytes;
        Reader = reader;
    }

    /// <summary>The reader over the copy; it must not outlive this object.</summary>
    public MetadataReader Reader { get; }

    /// <summary>The length of the copy, in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Copies and opens a metadata image, or says why it cannot.</summary>
    public static PinnedImage? TryCopy(ReadBytes read, ulong address, ulong length, out string? whyNot)
    {
        if (length > Limits.Code.ImageBytes)
        {
            whyNot = $"its metadata is larger than {Limits.Code.ImageBytes >> 20} MiB";
            return null;
        }

        // The last byte is asked for first, so that a length nobody can back costs no memory.
        Span<byte> last = stackalloc byte[1];
        if (length < 64 || !read(address + length - 1, last))
        {
            whyNot = "its metadata is not in memory";
            return null;
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)length, pinned: true);
        if (!read(address, bytes))
        {
            whyNot = "its metadata is only partly in memory";
            return null;
        }

        return TryOpen(bytes, out whyNot);
    }

    /// <summary>Opens a metadata image that lies in a pinned array.</summary>
    public static PinnedImage? TryOpen(byte[] pinned, out string? whyNot)
    {
        try
        {
            whyNot = null;
            fixed (byte* start = pinned)
            {
                // Without this option the strings of a Windows Runtime image would be translated by tables of the reader.
                return new PinnedImage(pinned, new MetadataReader(start, pinned.Length, MetadataReaderOptions.None));
            }
        }
        catch (Exception e) when (Hostile.IsBadData(e))
        {
            whyNot = "its metadata is broken";
            return null;
        }
    }

    /// <summary>Answers whether bytes start like a metadata image.</summary>
    public static bool LooksRight(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && BinaryPrimitives.ReadInt32LittleEndian(bytes) == 0x424A5342;
}
