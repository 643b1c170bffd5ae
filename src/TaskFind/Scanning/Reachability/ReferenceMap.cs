using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;

namespace TaskFind.Scanning.Reachability;

/// <summary>
/// Where the references lie in objects of one type, as the garbage collector itself is told (<c>CGCDesc</c>), which lies before the method table: runs of
/// references from an offset on, or for an array of structs that hold some, what repeats in each element.
/// </summary>
internal sealed class ReferenceMap
{
    private const int Word = sizeof(ulong), SeriesSize = 2 * Word;

    private ReferenceMap()
    {
    }

    /// <summary>Gets the runs of an object: its offset, and its bytes less those of the whole object, which arrays make longer.</summary>
    public (int Start, long Less)[] Runs { get; private init; } = [];

    /// <summary>Gets where the first reference of an array of structs lies.</summary>
    public int FirstElement { get; private init; }

    /// <summary>Gets, for an array of structs, how many references follow each other and how many bytes without one come then; again and again.</summary>
    public (int Count, int Skip)[] Elements { get; private init; } = [];

    /// <summary>Reads the map of a type that holds references; null when it cannot be read, or is none.</summary>
    public static ReferenceMap? Read(IMemoryReader reader, ulong methodTable)
    {
        if (methodTable < SeriesSize || !reader.Read(methodTable - Word, out long count) || count is 0 or > Limits.Deep.Series or < -Limits.Deep.Series)
            return null;
        var bytes = new byte[count > 0 ? count * SeriesSize : Word + (-count * Word)];
        if (reader.Read(methodTable - Word - (ulong)bytes.Length, bytes) != bytes.Length)
            return null;
        return count > 0 ? OfRuns(MemoryMarshal.Cast<byte, long>(bytes)) : OfElements(bytes);
    }

    private static ReferenceMap? OfRuns(ReadOnlySpan<long> words)
    {
        var runs = new (int Start, long Less)[words.Length / 2];
        for (var i = 0; i < runs.Length; i++)
        {
            var (less, start) = (words[2 * i], words[(2 * i) + 1]);
            if (start is < Word or > int.MaxValue || start % Word != 0 || less % Word != 0 || less is < -Limits.Scan.BaseBytes or > 0)
                return null;
            runs[i] = ((int)start, less);
        }

        return new ReferenceMap { Runs = runs };
    }

    // The offset lies next to the method table, and the items follow downwards from there.
    private static ReferenceMap? OfElements(ReadOnlySpan<byte> bytes)
    {
        var first = BinaryPrimitives.ReadInt64LittleEndian(bytes[^Word..]);
        var items = new (int Count, int Skip)[(bytes.Length / Word) - 1];
        for (var i = 0; i < items.Length; i++)
        {
            var item = bytes.Slice(bytes.Length - ((i + 2) * Word), Word);
            var (count, skip) = (BinaryPrimitives.ReadUInt32LittleEndian(item), BinaryPrimitives.ReadUInt32LittleEndian(item[4..]));
            if (count is 0 or > Limits.Scan.BaseBytes || skip > Limits.Scan.BaseBytes || skip % Word != 0)
                return null;
            items[i] = ((int)count, (int)skip);
        }

        return first is < SeriesSize or > int.MaxValue || first % Word != 0 ? null : new ReferenceMap { FirstElement = (int)first, Elements = items };
    }
}
