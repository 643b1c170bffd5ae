namespace TaskFind.Model;

/// <summary>A growing table of rows in chunks, which are never copied to grow and are handed over as they are.</summary>
/// <param name="startsSmall">Whether the first chunk begins small, and is copied to grow: then no reference to a row holds while others are added.</param>
internal sealed class Rows<T>(bool startsSmall = true)
    where T : struct
{
    private const int ChunkBits = 12, ChunkSize = 1 << ChunkBits, FirstChunk = 16;
    private readonly List<T[]> _chunks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    public int Add(in T row)
    {
        var at = Count & (ChunkSize - 1);
        if (at == 0)
            _chunks.Add(new T[Count == 0 && startsSmall ? FirstChunk : ChunkSize]);
        else if (at == _chunks[^1].Length)
            Grow();
        _chunks[^1][at] = row;
        return Count++;
    }

    // Only the first chunk begins small: most graphs are.
    private void Grow()
    {
        var chunk = _chunks[^1];
        Array.Resize(ref chunk, chunk.Length * 4);
        _chunks[^1] = chunk;
    }
}
