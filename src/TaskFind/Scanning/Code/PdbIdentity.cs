using System.Buffers.Binary;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Reads the id of a portable PDB file without reading the whole file.</summary>
internal static class PdbIdentity
{
    /// <summary>Answers the id, or null where the file is no portable PDB.</summary>
    public static string? TryRead(string path)
    {
        using var file = ModuleFile.TryOpen(path, out _);
        if (file is null)
        {
            return null;
        }

        var head = new byte[Math.Min(Limits.Code.PdbHeadBytes, RandomAccess.GetLength(file))];
        if (!ModuleFile.Read(file, 0, head) || !PinnedImage.LooksRight(head) || StreamOffset(head) is not { } offset)
        {
            return null;
        }

        Span<byte> id = stackalloc byte[20];
        return ModuleFile.Read(file, offset, id) ? CodeViewId.Spell(id) : null;
    }

    // The root: magic, versions, reserved, the version's length and text, flags, then one row for each stream: offset, size, name.
    private static uint? StreamOffset(ReadOnlySpan<byte> head)
    {
        var versionLength = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]);
        if (versionLength > Limits.Code.PdbVersionBytes || 20 + (int)versionLength > head.Length)
        {
            return null;
        }

        var at = 16 + (int)versionLength;
        int streams = BinaryPrimitives.ReadUInt16LittleEndian(head[(at + 2)..]);
        at += 4;
        for (var i = 0; i < streams && at + 13 <= head.Length; i++)
        {
            var name = head[(at + 8)..];
            var end = name.IndexOf((byte)0);
            if (end < 0)
            {
                return null;
            }

            if (name[..end].SequenceEqual("#Pdb"u8))
            {
                return BinaryPrimitives.ReadUInt32LittleEndian(head[at..]);
            }

            at += 8 + ((end + 4) & ~3);
        }

        return null;
    }
}
