using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Reachability;

/// <summary>
/// Follows references from one object to the next, each once, without recursion. What is behind a closed gate waits: a suspended method keeps nothing alive until it
/// may run again, and what continues with a task is not reached before the task may complete.
/// </summary>
internal sealed class Marker(BlockReader blocks, HeapShape heap, HeapBits objects, TypeShapes shapes, MarkedNodes nodes, Gates gates)
{
    private const int Word = sizeof(ulong), ObjectsBetweenWords = 1 << 16;
    private const ulong FlagBits = 7, Opened = 1;
    private readonly HeapBits _met = new(heap);
    private readonly List<ulong> _pending = [];
    private readonly PromiseFields _fields = new();
    private int _stretch;

    /// <summary>Gets what is alive as long as a key is.</summary>
    public Dictionary<ulong, List<ulong>> Dependents { get; set; } = [];

    /// <summary>Gets or sets who is told how many objects were followed, now and then; it may throw to end it.</summary>
    public Action<long>? Progress { get; set; }

    /// <summary>Gets how many objects were followed.</summary>
    public long Count { get; private set; }

    /// <summary>Gets how many objects could not be followed, for their memory or type is unknown.</summary>
    public long Lost { get; private set; }

    /// <summary>Tells whether the traversal has come to an address.</summary>
    public bool HasMet(ulong address) => _met.Has(address);

    /// <summary>Adds what a word refers to, when that is an object that was not met yet; a word that is no reference is none.</summary>
    public void Mark(ulong address)
    {
        if (!heap.Contains(_stretch, address))
        {
            if (heap.Find(address) is not (>= 0 and var stretch))
                return;
            _stretch = stretch;
        }

        if (heap.PlaceIn(_stretch, address) is >= 0 and var place && objects.Has(_stretch, place) && _met.TrySet(_stretch, place))
            _pending.Add(address);
    }

    /// <summary>Follows all that was added, to the end.</summary>
    public void Run()
    {
        do
        {
            while (_pending.Count > 0)
            {
                var next = _pending[^1];
                _pending.RemoveAt(_pending.Count - 1);
                Visit(next & ~Opened, (next & Opened) != 0);
                if (++Count % ObjectsBetweenWords == 0)
                    Progress?.Invoke(Count);
                Reopen();
            }

            Reopen();
        }
        while (_pending.Count > 0);
    }

    /// <summary>Opens all gates, so that what is followed from then on is what the garbage collector would.</summary>
    public void OpenAll()
    {
        foreach (var address in nodes.TakeAllWaiting())
            _pending.Add(address | Opened);
        nodes.HasGates = false;
    }

    /// <summary>Takes up again what waited behind gates that are open now.</summary>
    private void Reopen()
    {
        while (gates.Opened.TryPop(out var node))
        {
            foreach (var address in nodes.TakeWaiting(node))
                _pending.Add(address | Opened);
        }
    }

    private void Visit(ulong address, bool isOpened)
    {
        if (!blocks.TryWord(address, out var head) || shapes.Of(head & ~FlagBits) is not { } shape || !blocks.TryWord(address + Word, out var second))
        {
            Lost++;
            return;
        }

        if (!isOpened && Dependents.Count > 0 && Dependents.TryGetValue(address, out var values))
            values.ForEach(Mark);
        if (shape.Keeper != 0)
            Mark(shape.Keeper);
        var size = Math.Min(shape.SizeOf(shape.Type.ComponentSize == 0 ? 0 : (uint)second), heap.BytesFrom(address));
        if (!isOpened && shape.Type.IsRoot && nodes.HasGates && IsClosed(address, shape, out var kept))
            MarkKept(address, shape, size, kept);
        else if (shape.Map is { } map)
            Follow(address, shape, map, size, ulong.MaxValue);
    }

    /// <summary>Tells whether an object lies behind a closed gate, and where it keeps the one reference that is not followed, or is.</summary>
    private bool IsClosed(ulong address, TypeShape shape, out KeptFields kept)
    {
        kept = KeptFields.Nothing;
        var node = nodes.At(address, shape.Type, blocks, out var completes);
        if (completes >= 0)
            gates.Open(completes);
        if (node < 0 || gates.Meet(node))
            return false;
        nodes.AddWaiting(node, address);
        kept = nodes.KeptBy(node, shape.Type);
        return true;
    }

    /// <summary>Follows what a closed node shows to anybody: all but its continuations when it is a source, nothing but the AsyncState when it is not.</summary>
    private void MarkKept(ulong address, TypeShape shape, long size, KeptFields kept)
    {
        if (kept.AllBut >= 0 && shape.Map is { } map)
            Follow(address, shape, map, size, address + (ulong)kept.AllBut);
        else if (kept.Only >= 0 && blocks.TryWord(address + (ulong)kept.Only, out var state))
            Mark(state);
    }

    private void Follow(ulong address, TypeShape shape, ReferenceMap map, long size, ulong leftOut)
    {
        foreach (var (start, less) in map.Runs)
            FollowRun(address, (ulong)start, (ulong)Math.Max(start + less + size, start), shape.Type, leftOut);
        if (map.Elements.Length == 0)
            return;
        for (var at = (long)map.FirstElement; at + Word <= size;)
        {
            foreach (var (count, skip) in map.Elements)
            {
                var end = Math.Min(at + ((long)count * Word), size & ~(Word - 1L));
                if (at < end)
                    FollowRun(address, (ulong)at, (ulong)end, shape.Type, leftOut);
                at += ((long)count * Word) + skip;
            }
        }
    }

    private void FollowRun(ulong address, ulong start, ulong end, TypeEntry holder, ulong leftOut)
    {
        for (var at = start; at + Word <= end;)
        {
            var bytes = blocks.From(address + at);
            if (bytes.Length < Word)
            {
                Lost++;
                return;
            }

            var words = MemoryMarshal.Cast<byte, ulong>(bytes[..(int)Math.Min((ulong)bytes.Length, end - at)]);
            foreach (var word in words)
            {
                if (word != 0 && address + at != leftOut)
                {
                    if (nodes.IsOrphan(word) && _fields.MayComplete(holder, (long)at))
                        gates.Open(nodes.Of(word));
                    Mark(word);
                }

                at += Word;
            }
        }
    }
}
