using TaskFind.Model;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning.Walking;

/// <summary>All kept objects in address order, found by address; in chunks, since a million of them copied once more is what costs memory.</summary>
internal sealed class RootTable
{
    /// <summary>Records of a chunk: enough for the large object heap, where nothing is moved.</summary>
    public const int ChunkSize = 1 << ChunkBits;
    private const int ChunkBits = 12;
    private readonly TypeTable _types;
    private readonly ByteChunks _bytes = new();
    private readonly Dictionary<ByteChunks, int> _raises = [];
    private readonly List<RootRecord[]> _chunks = [];
    private readonly Stack<RootRecord[]> _spare = [];
    private readonly AddressMap _map;
    private readonly TokenTable _tokens = new();

    /// <summary>By the index of their type, the objects that are no tasks and hold no machine: there are many passes over some of those.</summary>
    private readonly List<Rows<int>?> _others = [];

    public RootTable(TypeTable types, KeptRange?[] ranges)
    {
        _types = types;
        var (count, stretches) = (0, 0);
        foreach (var range in ranges)
        {
            count += range?.Count ?? 0;
            stretches += range?.Stretches ?? 0;
        }

        _map = new AddressMap(this, count, stretches);
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i] is { } range)
                Take(range);
            ranges[i] = null;
        }

        _spare.Clear();
        _map.Seal();
    }

    /// <summary>Gets the types of the objects, and of those that were passed.</summary>
    public TypeTable Types => _types;

    public int Count { get; private set; }

    /// <summary>Gets whether some method's locals may hold something that is waited for.</summary>
    public bool AnyHasLocals { get; private set; }

    public ref readonly RootRecord this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    /// <summary>Gives the index of the object at an address, or -1.</summary>
    public int Find(ulong address) => address == 0 ? -1 : _map.Find(address);

    /// <summary>Gives the indexes of all objects whose type has a layout that holds no machine and reads no task.</summary>
    public IEnumerable<int> Of<TLayout>()
        where TLayout : class, ILayout => Others(type => type.Layout is TLayout);

    /// <summary>Gives the indexes of those among them that refer to something worth copying.</summary>
    public IEnumerable<int> OfOwners() => Others(type => type.Follow.Length > 0);

    public TypeEntry TypeOf(in RootRecord record) => _types[record.Type];

    /// <summary>Gives an object as its layout reads it; without bytes when only its record was kept.</summary>
    public ObjectBytes BytesOf(in RootRecord record) => new(record.Address, TypeOf(record), record.Copy < 0 ? default : _bytes[record.Copy]);

    /// <summary>Gives the cancellation source that an object's machine holds a token of; 0 for none, and the first where it was copied.</summary>
    public ulong TokenOf(ulong address) => _tokens.Find(address);

    private void Take(KeptRange range)
    {
        if (!_raises.TryGetValue(range.Bytes, out var raise))
            _raises.Add(range.Bytes, raise = _bytes.Append(range.Bytes));
        _tokens.Append(range.Tokens);
        var left = range.Count;
        foreach (var chunk in range.Chunks)
        {
            Take(chunk.AsSpan(0, Math.Min(chunk.Length, left)), raise);
            left -= Math.Min(chunk.Length, left);
            if (chunk.Length == ChunkSize)
                _spare.Push(chunk);
        }
    }

    private void Take(ReadOnlySpan<RootRecord> records, int raise)
    {
        foreach (ref readonly var record in records)
        {
            var at = Count++ & (ChunkSize - 1);
            if (at == 0)
                _chunks.Add(_spare.TryPop(out var spare) ? spare : GC.AllocateUninitializedArray<RootRecord>(ChunkSize));
            ref var taken = ref _chunks[^1][at];
            taken = record;
            if (taken.Copy >= 0)
                taken.Copy += raise;
            _map.Add(Count - 1, record.Address);
            OthersOf(record.Type)?.Add(Count - 1);
        }
    }

    private IEnumerable<int> Others(Func<TypeEntry, bool> isWanted)
    {
        for (var type = 0; type < _others.Count; type++)
        {
            if (_others[type] is not { Count: > 0 } indexes || !isWanted(_types[type]))
                continue;
            for (var i = 0; i < indexes.Count; i++)
                yield return indexes[i];
        }
    }

    private Rows<int>? OthersOf(int type)
    {
        for (var i = _others.Count; i <= type; i++)
        {
            // Of other types nothing is kept, and to ask for their layouts is to look at the fields of every type of the heap.
            _others.Add(!_types[i].IsRoot || _types[i].Layout is IMachineHolder or TaskObjectLayout ? null : new Rows<int>());
            AnyHasLocals |= _types[i].Locals.Count > 0;
        }

        return _others[type];
    }
}
