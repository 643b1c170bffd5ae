using System.Diagnostics.CodeAnalysis;
using TaskFind.Model;
using TaskFind.Scanning.Layouts;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning;

/// <summary>The copies of all objects of interest, taken while the target stood still: those that the walk kept, and those that they refer to.</summary>
/// <param name="roots">The objects that the walk kept.</param>
/// <param name="gap">Is told of strings that are cut.</param>
internal sealed class ObjectStore(RootTable roots, Action<string, string>? gap = null)
{
    private const int ChunkSize = 1 << 18;
    private readonly List<byte[]> _chunks = [];
    private readonly Dictionary<ulong, Copy> _followed = [];
    private int _used = ChunkSize;

    /// <summary>The objects that the walk kept.</summary>
    public RootTable Roots => roots;

    /// <summary>How many objects were copied because something kept refers to them.</summary>
    public int FollowedCount => _followed.Count;

    public bool Contains(ulong address) => roots.Find(address) >= 0 || IsFollowed(address);

    /// <summary>Tells whether an object was copied because something kept refers to it.</summary>
    public bool IsFollowed(ulong address) => _followed.ContainsKey(address);

    public void Add(ulong address, TypeEntry type, ReadOnlySpan<byte> bytes)
    {
        if (!_followed.TryAdd(address, default))
            return;
        bytes.CopyTo(Allocate(bytes.Length, out var chunk, out var offset));
        _followed[address] = new Copy(type, chunk, offset, bytes.Length);
    }

    public bool TryGet(ulong address, out ObjectBytes bytes)
    {
        bytes = default;
        if (address == 0)
            return false;
        if (roots.Find(address) is >= 0 and var root)
            bytes = roots.BytesOf(roots[root]);
        else if (_followed.TryGetValue(address, out var copy))
            bytes = new ObjectBytes(address, copy.Type, _chunks[copy.Chunk].AsSpan(copy.Offset, copy.Length));
        else
            return false;
        return true;
    }

    /// <summary>Gets an object together with its layout, when it was copied and is of that kind.</summary>
    public bool TryGet<TLayout>(ulong address, out ObjectBytes bytes, [NotNullWhen(true)] out TLayout? layout)
        where TLayout : class, ILayout
    {
        layout = TryGet(address, out bytes) ? bytes.Type.Layout as TLayout : null;
        return layout is not null;
    }

    /// <summary>Gives a string, cut to a bounded length; null when it was not copied.</summary>
    public string? Text(ulong address)
    {
        if (!TryGet<StringLayout>(address, out var o, out _))
            return null;
        var text = StringLayout.Read(o);
        if (!StringLayout.IsWhole(o))
            gap?.Invoke("a string of the target", text.Length == Limits.Scan.StringLength ? $"only its first {text.Length} characters were read" : "it could not be read to its end");
        return text;
    }

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
