namespace TaskFind.Bench.Target;

/// <summary>Objects of mixed kinds and sizes that fill the heap: arrays, strings, small linked objects, and large arrays for a fifth of the bytes.</summary>
internal sealed class Ballast
{
    private const int LargeShare = 5;
    private readonly Random _random = new(4711);
    private readonly List<object> _kept = [];
    private long _bytes, _large;
    private Link? _chain;

    public void FillUpTo(long bytes)
    {
        while (_bytes < bytes)
        {
            if (_large * LargeShare < _bytes)
                KeepLarge(_random.Next(100_000, 1_000_000));
            KeepSmall();
        }
    }

    private void KeepLarge(int length)
    {
        _kept.Add(new byte[length]);
        _bytes += length;
        _large += length;
    }

    private void KeepSmall()
    {
        for (var i = 0; i < 100; i++)
        {
            _chain = new Link(_chain, i);
            _kept.Add(_random.Next(4) switch
            {
                0 => new byte[_random.Next(16, 900)],
                1 => new string('x', _random.Next(4, 120)),
                2 => new object[_random.Next(1, 20)],
                _ => new Link(null, i),
            });
        }

        _bytes += 100 * 220;
    }

    private sealed record Link(Link? Next, long Value);
}
