using System.Buffers.Binary;
using TaskFind.Model;

namespace TaskFind.Scanning.Code;

/// <summary>Holds the IL bytes of one method and its exception clauses.</summary>
internal sealed record IlBody(byte[] Il, IReadOnlyList<IlHandler> Handlers)
{
    private const int FatFormat = 3;
    private const int MoreSections = 8;
    private const int ClauseSection = 1;
    private const int FatSection = 0x40;
    private const int AnotherSection = 0x80;

    /// <summary>Reads the method body at an address, or answers null where the bytes are missing or make no sense.</summary>
    public static IlBody? TryRead(ReadBytes read, ulong address)
    {
        Span<byte> head = stackalloc byte[12];
        if (!read(address, head[..1]))
        {
            return null;
        }

        if ((head[0] & 3) == 2)
        {
            var small = new byte[head[0] >> 2];
            return read(address + 1, small) ? new IlBody(small, []) : null;
        }

        if ((head[0] & 3) != FatFormat || !read(address, head))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        if ((head[1] >> 4) != 3 || length > Limits.Code.IlBytes)
        {
            return null;
        }

        var il = new byte[length];
        if (!read(address + 12, il))
        {
            return null;
        }

        var handlers = new List<IlHandler>();
        var after = (address + 12 + length + 3) & ~3UL;
        return (head[0] & MoreSections) == 0 || ReadClauses(read, after, handlers) ? new IlBody(il, handlers) : null;
    }

    private static bool ReadClauses(ReadBytes read, ulong address, List<IlHandler> into)
    {
        Span<byte> head = stackalloc byte[4];
        var budget = Limits.Code.ClauseBytes;
        while (read(address, head))
        {
            var fat = (head[0] & FatSection) != 0;
            var size = fat ? (int)(BinaryPrimitives.ReadUInt32LittleEndian(head) >> 8) : head[1];
            budget -= Math.Max(size, 4);
            if (size < 4 || budget < 0)
            {
                return false;
            }

            var rows = new byte[size - 4];
            if (!read(address + 4, rows))
            {
                return false;
            }

            if ((head[0] & 0x3F) == ClauseSection)
            {
                AddClauses(rows, fat, into);
            }

            if ((head[0] & AnotherSection) == 0)
            {
                return true;
            }

            address = (address + (ulong)size + 3) & ~3UL;
        }

        return false;
    }

    private static void AddClauses(ReadOnlySpan<byte> rows, bool fat, List<IlHandler> into)
    {
        const int FilterClause = 1;
        for (var size = fat ? 24 : 12; rows.Length >= size; rows = rows[size..])
        {
            var (kind, tryStart, handler, extra) = fat
                ? (BinaryPrimitives.ReadInt32LittleEndian(rows), BinaryPrimitives.ReadInt32LittleEndian(rows[4..]),
                    BinaryPrimitives.ReadInt32LittleEndian(rows[12..]), BinaryPrimitives.ReadInt32LittleEndian(rows[20..]))
                : (BinaryPrimitives.ReadUInt16LittleEndian(rows), BinaryPrimitives.ReadUInt16LittleEndian(rows[2..]),
                    BinaryPrimitives.ReadUInt16LittleEndian(rows[5..]), BinaryPrimitives.ReadInt32LittleEndian(rows[8..]));
            into.Add(new IlHandler(tryStart, handler, kind == FilterClause ? extra : -1));
        }
    }
}
