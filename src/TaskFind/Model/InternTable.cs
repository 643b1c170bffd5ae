namespace TaskFind.Model;

/// <summary>Keeps each distinct value once and names it by its index.</summary>
internal sealed class InternTable<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _index = [];
    private readonly List<T> _values = [];

    public T this[int index] => _values[index];

    public int Add(T? value)
    {
        if (value is null)
            return -1;
        if (_index.TryGetValue(value, out var index))
            return index;
        _index.Add(value, _values.Count);
        _values.Add(value);
        return _values.Count - 1;
    }

    public T[] ToArray() => [.. _values];
}
