using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Walking;

/// <summary>One worker of the walk: passes the objects of one range after the other, in large blocks, and keeps those of interest.</summary>
internal sealed unsafe class SegmentWalker(IMemoryReader reader, TypeTable types, bool values)
{
    private const int Header = 16;

    /// <summary>Bytes read at once where objects are large, and only their heads are looked at.</summary>
    private const int LargeHeads = 4096;
    private const ulong SmallestObject = 24, LargeObjectBytes = 85_000, FlagBits = 7;
    private readonly byte[] _block = GC.AllocateUninitializedArray<byte>(Limits.Scan.Block, pinned: true);
    private readonly byte[] _single = new byte[Limits.Scan.ObjectBytes];
    private readonly WalkTable _table = new(types);
    private KeptRange _kept = new(new ByteChunks());
    private AllocationContexts? _contexts;
    private ulong _blockStart, _blockEnd;
    private int _mostRead;

    /// <summary>Gets or sets who is told of every object and every free space, by address and method table.</summary>
    public Action<ulong, ulong>? Observer { get; set; }

    /// <summary>Gets how many objects were passed, free space not counted.</summary>
    public long Objects { get; private set; }

    /// <summary>Gets whether a chunk came by that a stopped thread was just taking: what was told of objects in it is of the past.</summary>
    public bool MetChunkBeingTaken { get; private set; }

    /// <summary>Gets the places where no object could be told, and why.</summary>
    public WalkGaps Gaps { get; } = new();

    /// <summary>Forgets what the walk before has met.</summary>
    public void Reset()
    {
        Gaps.Clear();
        MetChunkBeingTaken = false;
    }

    public KeptRange Walk(HeapRange range, AllocationContexts contexts, ByteChunks copies, CancellationToken cancellation)
    {
        var (start, end) = (range.Start, range.End);
        (_kept, _contexts, _blockStart, _blockEnd) = (new KeptRange(copies), contexts, 0, 0);
        _mostRead = range.IsLarge ? LargeHeads : _block.Length;
        for (var at = start; at + SmallestObject <= end && !cancellation.IsCancellationRequested;)
        {
            if (!InBlock(at) && !Load(at, end))
            {
                Gaps.Add("part of the heap", "its memory could not be read");
                _kept.LostBytes += (long)(end - at);
                break;
            }

            at = WalkBlock(at, end, out var torn);
            if (!torn || TrySkipUnborn(ref at, end))
                continue;
            if (range.IsYoungest && contexts.IsChunkBeingTaken(at, end))
            {
                MetChunkBeingTaken = true;
                break;
            }

            var next = Resync(at, end);
            _kept.LostBytes += (long)(next - at);
            at = next;
        }

        return _kept;
    }

    /// <summary>Passes the objects whose heads lie in the block; gives where the next begins, or where none could be told.</summary>
    private ulong WalkBlock(ulong at, ulong end, out bool torn)
    {
        var (last, objects, origin) = (_blockEnd - Header, 0L, _blockStart);
        var (rest, restEnd) = _contexts!.NextAt(at);

        // Kept out of the loop, which the compiler cannot do: it does not know that nothing changes them.
        var (table, observer) = (_table, Observer);
        torn = false;
        fixed (byte* block = _block)
        {
            while (at <= last)
            {
                if (at >= rest)
                {
                    if (at == rest)
                        at = restEnd;
                    (rest, restEnd) = _contexts.NextAt(at);
                    continue;
                }

                var head = block + (at - origin);
                var methodTable = *(ulong*)head & ~FlagBits;
                ref readonly var slot = ref table.Find(methodTable);

                // Without a branch, which would be guessed wrong half of the time: what is no array has components of no size.
                var size = (slot.BaseSize + ((ulong)slot.ComponentSize * *(uint*)(head + 8)) + 7) & ~7UL;
                if (slot.Kind == WalkKind.None || size > end - at)
                {
                    torn = true;
                    break;
                }

                objects += slot.Kind == WalkKind.Free ? 0 : 1;
                if (slot.Kind >= WalkKind.Kept)
                    Keep(at, methodTable, slot.Kind, size);
                observer?.Invoke(at, methodTable);
                at += size;
            }
        }

        Objects += objects;
        return at;
    }

    private void Keep(ulong at, ulong methodTable, WalkKind kind, ulong size)
    {
        var (type, layout) = _table.Kept(kind, methodTable);
        var wanted = Math.Min((ulong)type.Extent, size);
        var length = (int)Math.Min(wanted, Limits.Scan.ObjectBytes);
        if (wanted > Limits.Scan.ObjectBytes)
            Gaps.Add($"an object of {type.DisplayName}", $"only its first {Limits.Scan.ObjectBytes} bytes were read");
        var bytes = Bytes(at, length);
        if (bytes.Length < length)
            Gaps.Add($"an object of {type.DisplayName}", "its memory could not be read");
        var record = new RootRecord { Address = at, Type = type.Index };
        var keeping = layout.Capture(new ObjectBytes(at, type, bytes), values, ref record);
        _kept.Add(record, keeping, type, bytes);
    }

    private ReadOnlySpan<byte> Bytes(ulong at, int length)
    {
        if (at + (ulong)length <= _blockEnd)
            return _block.AsSpan((int)(at - _blockStart), length);
        return _single.AsSpan(0, Math.Max(reader.Read(at, _single.AsSpan(0, length)), 0));
    }

    private bool Load(ulong at, ulong end)
    {
        var want = (int)Math.Min((ulong)_mostRead, end - at);
        var got = reader.Read(at, _block.AsSpan(0, want));
        (_blockStart, _blockEnd) = (at, at + (ulong)Math.Max(got, 0));
        return got >= Header;
    }

    /// <summary>
    /// Passes the object that a stopped thread is just making: its room is taken from the thread's buffer, and nothing is written in it yet.
    /// Rule: nothing but zeroes up to the place where the next buffer's rest begins, and no more than a small object's size.
    /// Wrongly yes: torn memory that was cleared, just there. Wrongly no: an object whose length is written before its type.
    /// </summary>
    private bool TrySkipUnborn(ref ulong at, ulong end)
    {
        var (rest, _) = _contexts!.NextAt(at);
        if (rest > end || rest - at > LargeObjectBytes || ((at < _blockStart || rest > _blockEnd) && (!Load(at, end) || rest > _blockEnd)))
            return false;
        if (_block.AsSpan((int)(at - _blockStart), (int)(rest - at)).ContainsAnyExcept((byte)0))
            return false;
        at = rest;
        return true;
    }

    /// <summary>
    /// Finds the next object after a torn place. Rule: the next word that is a known method table and whose object is followed by another known one,
    /// or by what is known to hold none.
    /// Wrongly yes: data that looks like two objects in a row; the walk then goes on from there and may come out of step once more.
    /// Wrongly no: a lone object of a type not met before is passed over. What is passed over is told as a gap.
    /// </summary>
    private ulong Resync(ulong at, ulong end)
    {
        var from = at;
        var (rest, _) = _contexts!.NextAt(at);
        _mostRead = _block.Length; // large objects cannot be jumped any more
        for (at += 8; at + SmallestObject <= end && at - from < Limits.Scan.ResyncBytes && at != rest; at += 8)
        {
            if (!InBlock(at) && !Load(at, end))
                break;
            if (IsObject(at, end, out var next) && (next + SmallestObject > end || next == rest || IsFollowed(at, next, end)))
                break;
        }

        Gaps.Add("part of the heap", "no object could be told where one should begin");
        return at - from >= Limits.Scan.ResyncBytes || at + SmallestObject > end ? end : at;
    }

    /// <summary>Tells whether an object begins behind another; one too large for a block is not believed in.</summary>
    private bool IsFollowed(ulong at, ulong next, ulong end) =>
        (InBlock(next) || (next - at < Limits.Scan.Block - Header && Load(at, end) && InBlock(next))) && IsObject(next, end, out _);

    private bool InBlock(ulong at) => at >= _blockStart && at + Header <= _blockEnd;

    private bool IsObject(ulong at, ulong end, out ulong next)
    {
        next = at;
        if (!InBlock(at))
            return false;
        var head = _block.AsSpan((int)(at - _blockStart));
        var methodTable = BinaryPrimitives.ReadUInt64LittleEndian(head) & ~FlagBits;
        if (!_table.Knows(methodTable) || types.Find(methodTable) is not { } type)
            return false;
        var size = type.SizeOf(type.ComponentSize == 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(head[8..]));
        next = at + size;
        return size >= SmallestObject && size <= end - at;
    }
}
