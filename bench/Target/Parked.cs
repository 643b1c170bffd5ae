using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TaskFind.Bench.Target;

/// <summary>Async methods that wait for ever, in eight shapes by turns; a chain counts as three methods.</summary>
internal sealed class Parked
{
    private const int Shapes = 8, ChainDepth = 3;
    private readonly List<object> _kept = [];
    private readonly SemaphoreSlim _semaphore = new(0);
    private readonly TaskCompletionSource _shared = new();
    private readonly Channel<int> _channel = Channel.CreateUnbounded<int>();
    private int _methods, _turn;

    public void ParkUpTo(int methods)
    {
        while (_methods < methods)
        {
            _methods++;
            switch (_turn++ % Shapes)
            {
                case 0: _kept.Add(OnDelay()); break;
                case 1: _kept.Add(OnSemaphore()); break;
                case 2: _kept.Add(OnSource(Source<int>())); break;
                case 3: _kept.Add(OnChannel()); break;
                case 4: _kept.Add(OnWhenAll(Source<string>().Task, Source<int>().Task)); break;
                case 5: _kept.Add(Link(ChainDepth - 1)); _methods += ChainDepth - 1; break;
                case 6: _kept.Add(OnPooled()); break;
                default: _kept.Add(OnShared()); break;
            }
        }
    }

    private TaskCompletionSource<T> Source<T>()
    {
        var source = new TaskCompletionSource<T>();
        _kept.Add(source);
        return source;
    }

    private static async Task OnDelay() => await Task.Delay(TimeSpan.FromDays(1));

    private async Task OnSemaphore() => await _semaphore.WaitAsync();

    private static async Task<int> OnSource(TaskCompletionSource<int> source) => await source.Task + 1;

    private async Task<int> OnChannel() => await _channel.Reader.ReadAsync();

    private static async Task OnWhenAll(Task one, Task other) => await Task.WhenAll(one, other);

    private async Task<int> Link(int deeper) => deeper == 0 ? await OnSource(Source<int>()) : await Link(deeper - 1);

    private async Task OnShared() => await _shared.Task;

    private object OnPooled() => Pooled();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> Pooled()
    {
        await _shared.Task;
        return 1;
    }
}
