using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TaskFind.Bench.Target;

/// <summary>Parked async methods in a fixed mix of shapes.</summary>
internal sealed class Shapes
{
    private const int ReadersPerChannel = 64;
    private readonly List<object> _kept = [];
    private static readonly SemaphoreSlim s_semaphore = new(0);
    private Channel<int> _channel = Channel.CreateUnbounded<int>();
    private int _next;

    /// <summary>Gets how many Task objects were made.</summary>
    public int Tasks { get; private set; }

    public void ParkNext()
    {
        var (parked, tasks) = (_next++ % 8) switch
        {
            0 => (OnDelay(), 2),
            1 => (OnSemaphore(), 2),
            2 or 3 => (OnSource(), 2),
            4 => (OnChannel(), 2),
            5 => (OnWhenAll(), 4),
            6 => (Outer(), 4),
            _ => (OnPooled(), 2),
        };
        if (parked.IsCompleted)
            throw new InvalidOperationException("a method that was to be parked has run through");
        _kept.Add(parked);
        Tasks += tasks;
    }

    private static async Task OnDelay() => await Task.Delay(TimeSpan.FromDays(1));

    private static async Task OnSemaphore() => await s_semaphore.WaitAsync();

    private async Task<int> OnSource() => await NewSource();

    private async Task OnChannel()
    {
        if (_next / 8 % ReadersPerChannel == 0)
            _channel = Channel.CreateUnbounded<int>();
        await _channel.Reader.ReadAsync();
    }

    private async Task OnWhenAll() => await Task.WhenAll(NewSource(), NewSource());

    private async Task Outer() => await Middle();

    private async Task<int> Middle()
    {
        var inner = await Inner();
        return inner + 1;
    }

    private async Task<int> Inner() => await NewSource();

    private async Task OnPooled() => await Pooled();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> Pooled() => await NewSource();

    private Task<int> NewSource()
    {
        var source = new TaskCompletionSource<int>();
        _kept.Add(source);
        return source.Task;
    }
}
