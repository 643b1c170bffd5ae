using System.Runtime.InteropServices;

namespace TaskFind.Captures;

/// <summary>A table of things that others refer to; each is in it once, those of the graph at the indexes that they had.</summary>
internal sealed class Pool<T>
    where T : class
{
    private readonly List<T> _items = [];
    private readonly Dictionary<T, int> _indexes = [];

    /// <summary>Gets how many there are.</summary>
    public int Count => _items.Count;

    /// <summary>Gives one for changing; the reference holds until the next call.</summary>
    public ref T this[int index] => ref CollectionsMarshal.AsSpan(_items)[index];

    /// <summary>Adds the things of a graph, at their own indexes.</summary>
    public Pool<T> With(IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            _indexes.TryAdd(item, _items.Count);
            _items.Add(item);
        }

        return this;
    }

    /// <summary>Gives the index of something, which is added if need be; -1 for null.</summary>
    public int Add(T? item)
    {
        if (item is null)
            return -1;
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_indexes, item, out var isThere);
        if (!isThere)
        {
            index = _items.Count;
            _items.Add(item);
        }

        return index;
    }

    /// <summary>Gives what is at an index; null for -1.</summary>
    public T? At(int index) => index < 0 ? null : index < _items.Count ? _items[index] : throw new CaptureException("an index in it leads nowhere");

    /// <summary>Makes room for so many, which all are the same for now.</summary>
    public void Fill(int count, T blank) => _items.AddRange(Enumerable.Repeat(blank, count));

    /// <summary>Adds one at the end, whether or not it is there already.</summary>
    public void Append(T item) => _items.Add(item);

    /// <summary>Gives the first ones.</summary>
    public T[] Take(int count) => count <= _items.Count ? [.. _items.Take(count)] : throw new CaptureException("a table in it is too short");

    /// <summary>Gives all.</summary>
    public T[] ToArray() => [.. _items];
}
