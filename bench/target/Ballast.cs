namespace TaskFind.Bench.Target;

/// <summary>Objects that are no tasks, in sizes as programs have them: some 180 bytes on the average, a fifth of the bytes in large ones.</summary>
internal sealed class Ballast
{
    private const int LargeEvery = 16_000;
    private readonly Random _random = new(20_261_125);
    private readonly List<object> _kept = [];

    /// <summary>Gets how many bytes and objects there are.</summary>
    public long Bytes { get; private set; }

    public int Objects => _kept.Count;

    public void GrowTo(long bytes)
    {
        while (Bytes < bytes)
        {
            var (made, size) = Next();
            _kept.Add(made);
            Bytes += size + sizeof(long);
        }
    }

    private (object Made, int Size) Next()
    {
        if (_kept.Count % LargeEvery == LargeEvery - 1)
            return Large(_random.Next(100_000, 1_000_000));
        var size = _random.Next(100);
        return size switch
        {
            < 40 => (new Pair { First = _kept, Number = size }, 32),
            < 65 => Text(_random.Next(4, 60)),
            < 97 => Array(_random.Next(16, 400)),
            _ => Array(_random.Next(400, 8_000)),
        };
    }

    private static (object Made, int Size) Text(int length) => (new string('x', length), 22 + (2 * length));

    private static (object Made, int Size) Array(int length) => (new byte[length], 24 + length);

    private static (object Made, int Size) Large(int length)
    {
        // Touched, for a page that was never written is not there.
        var large = new byte[length];
        large.AsSpan().Fill(1);
        return (large, length);
    }

    private sealed class Pair
    {
        public object? First { get; init; }

        public long Number { get; init; }
    }
}
