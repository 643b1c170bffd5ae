using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning;

/// <summary>Walks the segments of the GC heap in large blocks and keeps a copy of every object whose type is of interest.</summary>
internal sealed class HeapWalker(IMemoryReader reader, TypeTable types, ObjectStore store, Action<string, string> gap)
{
    private const int Header = 16;
    private const ulong SmallestObject = 24;
    private const ulong FlagBits = 7;
    private readonly byte[] _block = new byte[ScanLimits.Block];
    private readonly byte[] _single = new byte[ScanLimits.ObjectBytes];
    private AllocationContexts _contexts = AllocationContexts.None;
    private ulong _blockStart, _blockEnd;

    /// <summary>Gets or sets who is told of every object and every free space, by address and method table.</summary>
    public Action<ulong, ulong>? Observer { get; set; }

    /// <summary>Gets how many objects were passed, free space not counted.</summary>
    public long Objects { get; private set; }

    /// <summary>Gets how many bytes were skipped because no object began there.</summary>
    public long LostBytes { get; private set; }

    /// <summary>Walks all segments; stops between blocks when asked to, or when <paramref name="most"/> bytes were read.</summary>
    public void Walk(ClrHeap heap, CancellationToken cancellation, long most = long.MaxValue)
    {
        types.Use(heap);
        _contexts = AllocationContexts.Of(heap);
        foreach (var segment in heap.Segments)
        {
            var range = segment.ObjectRange;
            if (most <= 0)
                return;
            Walk(range.Start, range.End, cancellation);
            most -= (long)range.Length;
        }
    }

    private void Walk(ulong start, ulong end, CancellationToken cancellation)
    {
        (_blockStart, _blockEnd) = (0, 0);
        for (var at = start; at + SmallestObject <= end;)
        {
            if (_contexts.TrySkip(at, out var next) && next > at)
            {
                at = next;
                continue;
            }

            if (!InBlock(at, Header) && !Load(at, end, cancellation))
            {
                gap("heap segment", $"the memory at 0x{at:x} could not be read");
                LostBytes += (long)(end - at);
                return;
            }

            var size = Visit(at, end);
            at = size > 0 ? at + size : Resync(at, end, cancellation);
        }
    }

    /// <summary>Looks at one object; gives its size, or 0 when there is none here.</summary>
    private ulong Visit(ulong at, ulong end)
    {
        var head = _block.AsSpan((int)(at - _blockStart));
        var methodTable = BinaryPrimitives.ReadUInt64LittleEndian(head) & ~FlagBits;
        if (types.Find(methodTable) is not { } type)
            return 0;
        var count = type.ComponentSize == 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        var size = type.SizeOf(count);
        if (size < SmallestObject || size > end - at)
            return 0;
        if (type.Type is not null)
            Objects++;
        if (type.IsRoot)
            Keep(at, type, size);
        Observer?.Invoke(at, methodTable);
        return size;
    }

    private void Keep(ulong at, TypeEntry type, ulong size)
    {
        var length = (int)Math.Min(Math.Min((ulong)type.Extent, size), ScanLimits.ObjectBytes);
        if (InBlock(at, length))
        {
            store.Add(at, type, _block.AsSpan((int)(at - _blockStart), length));
            return;
        }

        var got = reader.Read(at, _single.AsSpan(0, length));
        if (got < length)
            gap($"object of {type.DisplayName}", "its memory could not be read");
        store.Add(at, type, _single.AsSpan(0, Math.Max(got, 0)));
    }

    private bool InBlock(ulong at, int length) => at >= _blockStart && at + (ulong)length <= _blockEnd;

    private bool Load(ulong at, ulong end, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var want = (int)Math.Min((ulong)_block.Length, end - at);
        var got = reader.Read(at, _block.AsSpan(0, want));
        (_blockStart, _blockEnd) = (at, at + (ulong)Math.Max(got, 0));
        return got >= Header;
    }

    /// <summary>
    /// Finds the next object after a torn place. Rule: the next word that is a known method table and whose object is followed by another known one.
    /// Wrongly yes: data that looks like two objects in a row; the walk then goes on from there and may come out of step once more.
    /// Wrongly no: a lone object of a type not met before is passed over. What is passed over is counted.
    /// </summary>
    private ulong Resync(ulong at, ulong end, CancellationToken cancellation)
    {
        var from = at;
        for (at += 8; at + SmallestObject <= end && at - from < ScanLimits.ResyncBytes; at += 8)
        {
            if (_contexts.TrySkip(at, out _))
                break;
            if (!InBlock(at, Header) && !Load(at, end, cancellation))
                break;
            if (IsObject(at, out var size) && InBlock(at + size, Header) && IsObject(at + size, out _))
                break;
        }

        if (at + SmallestObject > end || at - from >= ScanLimits.ResyncBytes)
            at = end;
        LostBytes += (long)(at - from);
        gap("part of the heap", "no object could be told where one should begin");
        return at;
    }

    private bool IsObject(ulong at, out ulong size)
    {
        var head = _block.AsSpan((int)(at - _blockStart));
        var methodTable = BinaryPrimitives.ReadUInt64LittleEndian(head) & ~FlagBits;
        size = 0;
        if (!types.IsKnown(methodTable) || types.Find(methodTable) is not { } type)
            return false;
        size = type.SizeOf(type.ComponentSize == 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(head[8..]));
        return size >= SmallestObject;
    }
}
