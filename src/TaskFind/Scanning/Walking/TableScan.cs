using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Walking;

/// <summary>
/// Finds objects of interest in a heap that cannot be walked, as one is that was written in the midst of a garbage collection: sizes lead nowhere
/// there, but an object still begins with its method table.
/// </summary>
internal sealed class TableScan(IMemoryReader reader, TypeTable types, bool values)
{
    private const ulong FlagBits = 7, LowestAddress = 0x1_0000, HighestAddress = 0x7FFF_FFFF_FFFF;
    private const string TypeObject = "System.RuntimeType"; // it ends with the method table that it stands for (RuntimeType.m_handle)
    private const int Word = sizeof(ulong), SmallestObject = 3 * Word;
    private readonly byte[] _block = new byte[Limits.Scan.Block];
    private readonly byte[] _object = new byte[Limits.Scan.ObjectBytes];
    private readonly Dictionary<ulong, TypeEntry?> _decided = [];
    private (ulong Start, ulong End)[] _heap = [];

    // What comes before the words that are searched; 0 where nothing does.
    private ulong _before;

    /// <summary>Gets how many words were the method table of some type, behind a header: about as many as there are objects.</summary>
    public long Objects { get; private set; }

    /// <summary>Searches all segments; a cancellation leaves what was found so far.</summary>
    public RootTable Scan(ClrHeap heap, Action<string, string> gap, CancellationToken cancellation)
    {
        types.Use(heap);
        _heap = [.. heap.Segments.Select(s => (s.CommittedMemory.Start, s.CommittedMemory.End)).Where(r => r.End > r.Start).Order()];
        var kept = new KeptRange?[_heap.Length];
        var copies = new ByteChunks();
        for (var i = 0; i < _heap.Length && !cancellation.IsCancellationRequested; i++)
            kept[i] = Search(_heap[i].Start, _heap[i].End, copies, gap, cancellation);
        return new RootTable(types, kept);
    }

    private KeptRange Search(ulong start, ulong end, ByteChunks copies, Action<string, string> gap, CancellationToken cancellation)
    {
        var kept = new KeptRange(copies);
        _before = 0;
        for (ulong at = start, next; at + Word <= end && !cancellation.IsCancellationRequested; at = next)
        {
            var got = reader.Read(at, _block.AsSpan(0, (int)Math.Min(Limits.Scan.Block, end - at)));
            if (got <= 0)
                gap("part of the heap", "its memory could not be read");
            next = SearchBlock(at, end, MemoryMarshal.Cast<byte, ulong>(_block.AsSpan(0, Math.Max(got, 0))), kept, gap);
            next = Math.Max(next, at + (ulong)(got <= 0 ? Limits.Scan.Block : Word));
        }

        return kept;
    }

    /// <summary>Gives where the search goes on: behind the block, or behind free space that reaches further.</summary>
    private ulong SearchBlock(ulong start, ulong end, ReadOnlySpan<ulong> words, KeptRange kept, Action<string, string> gap)
    {
        var (at, blockEnd) = (start, start + (ulong)(words.Length * Word));
        for (; at < blockEnd; at += Word)
        {
            var index = (int)((at - start) / Word);
            if (!IsHeader(index == 0 ? _before : words[index - 1]) || TypeOf(words[index] & ~FlagBits) is not { } type)
                continue;
            if (type.Name == TypeObject)
                at += type.SizeOf(0) - Word;
            else if (type.Type is not null)
                Found(at, end, type, kept, gap);
            else if (index + 1 < words.Length && IsFree(at, end, type.SizeOf((uint)words[index + 1])))
                at += type.SizeOf((uint)words[index + 1]) - Word;
        }

        _before = at == blockEnd && words.Length > 0 ? words[^1] : 0;
        return at;
    }

    /// <summary>
    /// Tells whether a word can stand before an object: half of it is its header, and the other half is nothing (ObjHeader.m_alignpad). A word before a method table
    /// that is somebody's data, as in the runtime's table of casts, mostly is something.
    /// </summary>
    private static bool IsHeader(ulong word) => (uint)word == 0;

    /// <summary>Tells free space by what follows: another object, or the end. What died there is still to be read in it.</summary>
    private bool IsFree(ulong at, ulong end, ulong size) => size >= SmallestObject && size <= end - at
        && (size == end - at || (reader.ReadPointer(at + size, out var word) && TypeOf(word & ~FlagBits) is not null));

    private TypeEntry? TypeOf(ulong word)
    {
        if (word is < LowestAddress or > HighestAddress || IsInHeap(word))
            return null;
        if (_decided.TryGetValue(word, out var type))
            return type;
        type = types.Find(word);
        if (type is not null || _decided.Count < Limits.Scan.RememberedWords)
            _decided.TryAdd(word, type);
        return type;
    }

    private void Found(ulong at, ulong end, TypeEntry type, KeptRange kept, Action<string, string> gap)
    {
        Objects++;
        if (!type.IsRoot || type.Layout is not IRootLayout layout || end - at < SmallestObject)
            return;
        var length = (int)Math.Min((ulong)Math.Min(type.Extent, _object.Length), end - at);
        var bytes = _object.AsSpan(0, length);
        if (reader.Read(at, bytes) != length)
            return;
        var o = new ObjectBytes(at, type, bytes);
        var record = new RootRecord { Address = at, Type = type.Index };
        var keeping = layout.Capture(o, values, ref record);
        if (!IsLikely(o, record))
            return;
        if (type.Extent > _object.Length)
            gap($"an object of {type.DisplayName}", $"only its first {_object.Length} bytes were read");
        kept.Add(record, keeping, type, bytes);
    }

    /// <summary>
    /// Tells an object from data that holds a method table. Rule: what it should refer to lies in the heap, or is nothing.
    /// Wrongly yes: data that looks like it. Wrongly no: an object whose references the collection was just moving out of the segments that are known.
    /// </summary>
    private bool IsLikely(in ObjectBytes o, in RootRecord record)
    {
        foreach (var offset in o.Type.Follow)
        {
            if (!IsReference(o.Ref(offset)))
                return false;
        }

        return IsReference(record.Continuation) && IsReference(record.Awaited);
    }

    private bool IsReference(ulong value) => value == 0 || ((value & FlagBits) == 0 && IsInHeap(value));

    private bool IsInHeap(ulong address)
    {
        if (_heap.Length == 0 || address < _heap[0].Start || address >= _heap[^1].End)
            return false;
        var (low, high) = (0, _heap.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = _heap[middle].Start <= address ? (middle, high) : (low, middle - 1);
        }

        return address < _heap[low].End;
    }
}
