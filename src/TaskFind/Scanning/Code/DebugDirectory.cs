using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds what a module's debug directory says about its PDB.</summary>
internal sealed class DebugDirectory
{
    private const int EntrySize = 28;
    private const int CodeViewType = 2;
    private const int EmbeddedType = 17;
    private const ushort PortableMinor = 0x504D;

    // Deflate cannot do better than about 1032 to 1: a header that claims more lies.
    private const int DeflateRatio = 1040;

    private readonly ReadBytes _read;
    private readonly (ulong Address, int Size)? _embedded;

    private DebugDirectory(ReadBytes read, CodeViewId? codeView, (ulong Address, int Size)? embedded, bool windowsPdb)
    {
        _read = read;
        _embedded = embedded;
        CodeView = codeView;
        WindowsPdb = windowsPdb;
    }

    /// <summary>The id of the portable PDB; null where the module was built without one.</summary>
    public CodeViewId? CodeView { get; }

    /// <summary>Whether the module names a PDB of the old Windows format, which cannot be read here.</summary>
    public bool WindowsPdb { get; }

    /// <summary>Reads the directory; what it does not hold is absent from the answer.</summary>
    public static DebugDirectory Read(PeHeaders headers, ReadBytes read)
    {
        CodeViewId? codeView = null;
        (ulong, int)? embedded = null;
        var windowsPdb = false;
        var count = Math.Min(headers.Debug.Size / EntrySize, Limits.Code.PeEntries);
        var row = new byte[EntrySize];
        var table = headers.AddressOf(headers.Debug.Rva) ?? 0;
        for (var i = 0u; table != 0 && i < count && read(table + (i * EntrySize), row); i++)
        {
            var type = BinaryPrimitives.ReadInt32LittleEndian(row.AsSpan(12));
            var size = BinaryPrimitives.ReadInt32LittleEndian(row.AsSpan(16));
            if (headers.AddressOf(BinaryPrimitives.ReadUInt32LittleEndian(row.AsSpan(20))) is not { } data || size < 8)
            {
                continue;
            }

            if (type == EmbeddedType)
            {
                embedded = (data, size);
            }
            else if (type == CodeViewType && BinaryPrimitives.ReadUInt16LittleEndian(row.AsSpan(10)) == PortableMinor)
            {
                codeView ??= ReadCodeView(read, data, size, row.AsSpan(4, 4));
            }
            else if (type == CodeViewType)
            {
                windowsPdb = true;
            }
        }

        return new DebugDirectory(read, codeView, embedded, windowsPdb && codeView is null);
    }

    /// <summary>Unpacks the PDB that is embedded in the module, or answers null where there is none.</summary>
    public PinnedImage? OpenEmbedded(out string? whyNot)
    {
        whyNot = null;
        if (_embedded is not var (address, size))
        {
            return null;
        }

        whyNot = "the embedded PDB is broken";
        if (size > Limits.Code.ImageBytes)
        {
            whyNot = $"the embedded PDB is larger than {Limits.Code.ImageBytes >> 20} MiB";
            return null;
        }

        Span<byte> last = stackalloc byte[1];
        if (!_read(address + (ulong)size - 1, last))
        {
            whyNot = "the embedded PDB is not in memory";
            return null;
        }

        var packed = new byte[size];
        if (!_read(address, packed) || !packed.AsSpan().StartsWith("MPDB"u8))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(4));
        if (length > Limits.Code.ImageBytes || length > (long)size * DeflateRatio)
        {
            whyNot = length > Limits.Code.ImageBytes ? $"the embedded PDB is larger than {Limits.Code.ImageBytes >> 20} MiB" : whyNot;
            return null;
        }

        try
        {
            var bytes = GC.AllocateUninitializedArray<byte>((int)length, pinned: true);
            using var unpack = new DeflateStream(new MemoryStream(packed, 8, size - 8), CompressionMode.Decompress);
            unpack.ReadExactly(bytes);
            return PinnedImage.TryOpen(bytes, out _) is { } image ? Opened(image, out whyNot) : null;
        }
        catch (Exception e) when (Hostile.IsBadData(e))
        {
            return null;
        }
    }

    private static PinnedImage Opened(PinnedImage image, out string? whyNot)
    {
        whyNot = null;
        return image;
    }

    private static CodeViewId? ReadCodeView(ReadBytes read, ulong address, int size, ReadOnlySpan<byte> stamp)
    {
        var data = new byte[Math.Min(size, 24 + Limits.Code.NameBytes)];
        if (data.Length < 24 || !read(address, data) || !data.AsSpan().StartsWith("RSDS"u8))
        {
            return null;
        }

        var path = data.AsSpan(24);
        var end = path.IndexOf((byte)0);
        return new CodeViewId(
            Encoding.UTF8.GetString(end < 0 ? path : path[..end]),
            CodeViewId.Spell([.. data.AsSpan(4, 16), .. stamp]));
    }
}
