using System.Buffers.Binary;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds what is needed of a PE image's headers to find its metadata, IL and debug directory.</summary>
/// <remarks>Written by hand because the framework's reader wants a stream of the whole image, and a target's memory is neither.</remarks>
internal sealed class PeHeaders
{
    private const int MetadataMagic = 0x424A5342;
    private const int DebugDirectoryIndex = 6;
    private const int ClrDirectoryIndex = 14;

    private readonly ReadBytes _read;
    private readonly ulong _base;
    private readonly PeSection[] _sections;
    private bool _mapped;

    private PeHeaders(ReadBytes read, ulong imageBase, PeSection[] sections, (uint Rva, uint Size) debug)
    {
        _read = read;
        _base = imageBase;
        _sections = sections;
        Debug = debug;
    }

    /// <summary>The RVA and size of the debug directory.</summary>
    public (uint Rva, uint Size) Debug { get; }

    /// <summary>The address of the metadata.</summary>
    public ulong MetadataAddress { get; private set; }

    /// <summary>The length of the metadata, in bytes.</summary>
    public uint MetadataLength { get; private set; }

    /// <summary>Reads the headers of an image that lies flat (as in a file) or mapped, whichever its metadata proves.</summary>
    public static PeHeaders? TryRead(ReadBytes read, ulong imageBase)
    {
        Span<byte> dos = stackalloc byte[64];
        if (!read(imageBase, dos) || BinaryPrimitives.ReadUInt16LittleEndian(dos) != 0x5A4D)
        {
            return null;
        }

        var coffAt = BinaryPrimitives.ReadUInt32LittleEndian(dos[0x3C..]);
        Span<byte> coff = stackalloc byte[24];
        if (coffAt > Limits.Code.DosBytes || !read(imageBase + coffAt, coff) || BinaryPrimitives.ReadUInt32LittleEndian(coff) != 0x4550)
        {
            return null;
        }

        int sectionCount = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(coff[6..]), (ushort)Limits.Code.PeEntries);
        int optionalSize = BinaryPrimitives.ReadUInt16LittleEndian(coff[20..]);
        if (optionalSize is < 96 or > Limits.Code.OptionalHeaderBytes)
        {
            return null;
        }

        var rest = new byte[optionalSize + (sectionCount * 40)];
        if (!read(imageBase + coffAt + 24, rest))
        {
            return null;
        }

        var directories = BinaryPrimitives.ReadUInt16LittleEndian(rest) == 0x20B ? 112 : 96;
        var clr = Directory(rest.AsSpan(0, optionalSize), directories, ClrDirectoryIndex);
        var debug = Directory(rest.AsSpan(0, optionalSize), directories, DebugDirectoryIndex);
        var headers = new PeHeaders(read, imageBase, Sections(rest.AsSpan(optionalSize), sectionCount), debug);
        return headers.FindMetadata(clr.Rva) ? headers : null;
    }

    /// <summary>Answers the address of an RVA, or null where no section holds it.</summary>
    public ulong? AddressOf(uint rva)
    {
        if (_mapped)
        {
            return _base + rva;
        }

        foreach (var section in _sections)
        {
            if (rva >= section.Rva && rva - section.Rva < section.FileSize)
            {
                return _base + section.FileOffset + (rva - section.Rva);
            }
        }

        return null;
    }

    private static (uint Rva, uint Size) Directory(ReadOnlySpan<byte> optional, int directories, int index)
    {
        var at = directories + (index * 8);
        return at + 8 > optional.Length
            ? (0, 0)
            : (BinaryPrimitives.ReadUInt32LittleEndian(optional[at..]), BinaryPrimitives.ReadUInt32LittleEndian(optional[(at + 4)..]));
    }

    private static PeSection[] Sections(ReadOnlySpan<byte> table, int count)
    {
        var sections = new PeSection[count];
        for (var i = 0; i < count; i++)
        {
            var row = table.Slice(i * 40, 40);
            sections[i] = new PeSection(
                BinaryPrimitives.ReadUInt32LittleEndian(row[12..]),
                BinaryPrimitives.ReadUInt32LittleEndian(row[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(row[16..]));
        }

        return sections;
    }

    // The loader may have mapped the sections or left the file as it is: only the metadata's magic number tells for certain.
    private bool FindMetadata(uint clrRva)
    {
        Span<byte> clr = stackalloc byte[16];
        Span<byte> magic = stackalloc byte[4];
        foreach (var mapped in (ReadOnlySpan<bool>)[false, true])
        {
            _mapped = mapped;
            if (clrRva != 0
                && AddressOf(clrRva) is { } clrAt && _read(clrAt, clr)
                && AddressOf(BinaryPrimitives.ReadUInt32LittleEndian(clr[8..])) is { } at && _read(at, magic)
                && BinaryPrimitives.ReadInt32LittleEndian(magic) == MetadataMagic)
            {
                MetadataAddress = at;
                MetadataLength = BinaryPrimitives.ReadUInt32LittleEndian(clr[12..]);
                return true;
            }
        }

        return false;
    }
}
