using System.Buffers.Binary;
using TaskFind.Model;

namespace TaskFind.Targets;

/// <summary>Reads the build id that the linker left in an ELF image, from a file or from memory.</summary>
internal static class BuildId
{
    private const int HeaderBytes = 64;
    private const int ProgramHeaderBytes = 56;
    private const uint NoteSegment = 4;
    private const uint GnuBuildId = 3;

    /// <summary>Fills the buffer from an offset into the image and gives the number of bytes read.</summary>
    public delegate int ReadAt(ulong offset, Span<byte> buffer);

    /// <summary>Reads the build id of a file; null when it has none or is no 64-bit ELF file.</summary>
    public static byte[]? OfFile(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return Read((offset, buffer) => RandomAccess.Read(file, buffer, (long)offset), byAddress: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads the build id of an image whose segments are loaded at their addresses from the base on.</summary>
    public static byte[]? InMemory(ReadAt fromBase) => Read(fromBase, byAddress: true);

    private static byte[]? Read(ReadAt read, bool byAddress)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (read(0, header) != HeaderBytes || BinaryPrimitives.ReadUInt32BigEndian(header) != 0x7f454c46 || header[4] != 2)
        {
            return null;
        }

        ulong table = BinaryPrimitives.ReadUInt64LittleEndian(header[32..]);
        int count = Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(header[56..]), Limits.Target.LibrarySegments);
        Span<byte> entry = stackalloc byte[ProgramHeaderBytes];
        for (int i = 0; i < count; i++)
        {
            ulong at = table + (ulong)(i * ProgramHeaderBytes);
            if (at > int.MaxValue || read(at, entry) != ProgramHeaderBytes)
            {
                return null;
            }

            ulong notes = BinaryPrimitives.ReadUInt64LittleEndian(entry[(byAddress ? 16 : 8)..]);
            ulong size = BinaryPrimitives.ReadUInt64LittleEndian(entry[32..]);
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) == NoteSegment && notes <= int.MaxValue && size <= Limits.Target.NoteBytes)
            {
                byte[] bytes = new byte[size];
                if (read(notes, bytes) == bytes.Length && InNotes(bytes) is { } id)
                {
                    return id;
                }
            }
        }

        return null;
    }

    private static byte[]? InNotes(ReadOnlySpan<byte> notes)
    {
        while (notes.Length >= 12)
        {
            uint nameSize = BinaryPrimitives.ReadUInt32LittleEndian(notes);
            uint idSize = BinaryPrimitives.ReadUInt32LittleEndian(notes[4..]);
            uint type = BinaryPrimitives.ReadUInt32LittleEndian(notes[8..]);
            ulong nameEnd = 12 + (((ulong)nameSize + 3) & ~3ul);
            ulong end = nameEnd + (((ulong)idSize + 3) & ~3ul);
            if (nameEnd + idSize > (ulong)notes.Length)
            {
                return null;
            }

            if (type == GnuBuildId && nameSize == 4 && notes[12..16].SequenceEqual("GNU\0"u8) && idSize is > 0 and <= Limits.Target.BuildIdBytes)
            {
                return notes.Slice((int)nameEnd, (int)idSize).ToArray();
            }

            if (end >= (ulong)notes.Length)
            {
                return null;
            }

            notes = notes[(int)end..];
        }

        return null;
    }
}
