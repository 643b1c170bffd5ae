using System.Runtime.CompilerServices;

namespace Matrix;

/// <summary>Async iterators, parked at an await of their own or at a yield, and the methods that consume them.</summary>
internal static class Iterators
{
    public static void StartAll()
    {
        for (int stop = 1; stop <= 3; stop++)
        {
            int at = stop;
            Sites.Start(() => ConsumesAtAwait(at));
        }

        Sites.Start(ConsumesAtYield);
        Sites.Start(ConsumesAtThirdYield);
        Sites.Start(ConsumesConfigured);
        Sites.Start(ConsumesOneMore);
        Sites.Start(ConsumesByHand);
        Sites.Start(ConsumesOverSeveralLines);
    }

    private static async Task<int> ConsumesAtAwait(int stop)
    {
        int sum = 0;
        IAsyncEnumerable<int> numbers = AtAwait(stop);
        await foreach (int number in Watched(numbers, stop, "Iterators.ConsumesAtAwait"))
        {
            sum += number;
        }

        return sum;
    }

    private static async IAsyncEnumerable<int> AtAwait(int stop)
    {
        await Sites.ParkIf(stop == 1, "Iterators.AtAwait", 1);
        yield return 1;
        await Sites.ParkIf(stop == 2, "Iterators.AtAwait", 2);
        yield return 2;
        try
        {
            yield return await Sites.ParkIf(stop == 3, "Iterators.AtAwait", 3);
        }
        finally
        {
            await Sites.Pass();
        }
    }

    private static async Task<int> ConsumesAtYield()
    {
        int sum = 0;
        await foreach (int number in AtYield())
        {
            sum += number + await Sites.Park("Iterators.ConsumesAtYield");
        }

        return sum;
    }

    private static async IAsyncEnumerable<int> AtYield()
    {
        await Sites.Pass();
        yield return Sites.Yield("Iterators.AtYield");
    }

    private static async Task<int> ConsumesAtThirdYield()
    {
        int sum = 0;
        await foreach (int number in AtThirdYield())
        {
            sum += await Sites.ParkIf(number > 2, "Iterators.ConsumesAtThirdYield");
        }

        return sum;
    }

    private static async IAsyncEnumerable<int> AtThirdYield()
    {
        yield return 1;
        await Sites.Pass();
        yield return 2;
        yield return Sites.Yield("Iterators.AtThirdYield");
    }

    private static async Task ConsumesConfigured()
    {
        await foreach (int number in Watched(Cancellable(), 1, "Iterators.ConsumesConfigured").ConfigureAwait(false).WithCancellation(default))
        {
            await Sites.Pass();
        }
    }

    private static async IAsyncEnumerable<int> Cancellable([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Sites.Park("Iterators.Cancellable", 1).ConfigureAwait(false);
        yield return 1;
    }

    private static async Task ConsumesOneMore()
    {
        await foreach (string text in Watched(Generic("a", "b"), 3, "Iterators.ConsumesOneMore"))
        {
            GC.KeepAlive(text);
        }
    }

    private static async IAsyncEnumerable<T> Generic<T>(params T[] values)
    {
        foreach (T value in values)
        {
            yield return value;
        }

        await Sites.Park("Iterators.Generic<T>", 1);
    }

    private static async Task<bool> ConsumesByHand()
    {
        await using IAsyncEnumerator<int> numbers = Cancellable().GetAsyncEnumerator();
        return await Sites.At(Sites.Start(numbers.MoveNextAsync), "Iterators.ConsumesByHand", 1);
    }

    private static async Task ConsumesOverSeveralLines()
    {
        await foreach (int number
            in Watched(
                Cancellable(),
                1,
                "Iterators.ConsumesOverSeveralLines",
                up: 1,
                down: 5))
        {
            await Sites.Pass();
        }
    }

    /// <summary>Notes the consumer's await of the MoveNextAsync with this number.</summary>
    private static IAsyncEnumerable<T> Watched<T>(
        IAsyncEnumerable<T> source, int stop, string method, int up = 0, int down = 0,
        [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new WatchedEnumerable<T>(source, stop, method, up, down, line, file);

    private sealed class WatchedEnumerable<T>(
        IAsyncEnumerable<T> source, int stop, string method, int up, int down, int line, string file)
        : IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private IAsyncEnumerator<T> _inner = null!;
        private int _moves;

        public T Current => _inner.Current;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            _inner = source.GetAsyncEnumerator(cancellationToken);
            return this;
        }

        // No ordinal: the compiler puts the await of MoveNextAsync behind those of the loop's body.
        // Hands the inner iterator's own ValueTask through, so that the consumer awaits the iterator itself.
        public ValueTask<bool> MoveNextAsync() => ++_moves == stop
            ? Sites.At(Sites.Start(_inner.MoveNextAsync), method, 0, up, down, null, "foreach", line, file)
            : _inner.MoveNextAsync();

        public ValueTask DisposeAsync() => _inner.DisposeAsync();
    }
}
