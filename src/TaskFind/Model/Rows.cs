namespace TaskFind.Model;

/// <summary>A growing array of rows that is handed over without a copy when it was given the right size beforehand.</summary>
internal sealed class Rows<T>
    where T : struct
{
    private const int First = 16;
    private T[] _rows = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _rows[index];

    public int Add(in T row)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, Math.Max(First, Count * 2));
        _rows[Count] = row;
        return Count++;
    }

    /// <summary>Gives room for as many rows as will come.</summary>
    public void Reserve(int count)
    {
        if (count > _rows.Length)
            Array.Resize(ref _rows, count);
    }

    public T[] ToArray()
    {
        Array.Resize(ref _rows, Count);
        return _rows;
    }
}
