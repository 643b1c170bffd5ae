using System.Diagnostics.CodeAnalysis;
using TaskFind.Scanning.Layouts;

namespace TaskFind.Scanning;

/// <summary>The copies of all objects of interest, taken while the target stood still.</summary>
internal sealed class ObjectStore
{
    private const int ChunkSize = 1 << 20;
    private readonly List<byte[]> _chunks = [];
    private readonly Dictionary<ulong, Copy> _copies = [];
    private readonly List<ulong> _roots = [];
    private int _used = ChunkSize;

    /// <summary>The objects that the walk kept, in heap order.</summary>
    public IReadOnlyList<ulong> Roots => _roots;

    public int Count => _copies.Count;

    public bool Contains(ulong address) => _copies.ContainsKey(address);

    public void Add(ulong address, TypeEntry type, ReadOnlySpan<byte> bytes)
    {
        if (!_copies.TryAdd(address, default))
            return;
        bytes.CopyTo(Allocate(bytes.Length, out var chunk, out var offset));
        _copies[address] = new Copy(type, chunk, offset, bytes.Length);
        if (type.IsRoot)
            _roots.Add(address);
    }

    public bool TryGet(ulong address, out ObjectBytes bytes)
    {
        if (address != 0 && _copies.TryGetValue(address, out var copy))
        {
            bytes = new ObjectBytes(address, copy.Type, _chunks[copy.Chunk].AsSpan(copy.Offset, copy.Length));
            return true;
        }

        bytes = default;
        return false;
    }

    /// <summary>Gets an object together with its layout, when it was copied and is of that kind.</summary>
    public bool TryGet<TLayout>(ulong address, out ObjectBytes bytes, [NotNullWhen(true)] out TLayout? layout)
        where TLayout : class, ILayout
    {
        layout = TryGet(address, out bytes) ? bytes.Type.Layout as TLayout : null;
        return layout is not null;
    }

    public string? Text(ulong address) => TryGet<StringLayout>(address, out var o, out _) ? StringLayout.Read(o) : null;

    private Span<byte> Allocate(int length, out int chunk, out int offset)
    {
        if (_used + length > ChunkSize || _chunks.Count == 0)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, length)]);
            _used = 0;
        }

        (chunk, offset) = (_chunks.Count - 1, _used);
        _used += length;
        return _chunks[chunk].AsSpan(offset, length);
    }

    private readonly record struct Copy(TypeEntry Type, int Chunk, int Offset, int Length);
}
