namespace Many;

/// <summary>Any number of parked async methods, in a few shapes.</summary>
internal sealed class Crowd(int depth)
{
    private static readonly string[] s_shapes = ["chain", "delay", "semaphore", "whenall", "shared"];

    private readonly List<TaskCompletionSource<int>> _sources = [];
    private readonly TaskCompletionSource<int> _shared = new();
    private Task<int>? _one;
    private readonly SemaphoreSlim _semaphore = new(0);
    private readonly CancellationTokenSource _delays = new();
    private int _semaphoreWaiters;

    /// <summary>The number of async methods that are parked.</summary>
    public int Methods { get; private set; }

    public Task Start(string shape, int index)
    {
        Methods += depth;
        return Deepen(shape == "mixed" ? s_shapes[index % s_shapes.Length] : shape, depth);
    }

    public void LetGo()
    {
        foreach (TaskCompletionSource<int> source in _sources)
        {
            source.SetResult(1);
        }

        _shared.SetResult(1);
        _delays.Cancel();
        if (_semaphoreWaiters > 0)
        {
            _semaphore.Release(_semaphoreWaiters);
        }
    }

    private Task Deepen(string shape, int left) => left > 1 ? Link(shape, left) : shape switch
    {
        "chain" => OnSource(),
        "delay" => OnDelay(),
        "semaphore" => OnSemaphore(),
        "whenall" => OnWhenAll(),
        "shared" => OnShared(),
        "fanin" => OnOneMethod(),
        _ => throw new ArgumentException($"no such shape: {shape}"),
    };

    private async Task Link(string shape, int left)
    {
        await Deepen(shape, left - 1);
    }

    private async Task<int> OnSource() => await NewSource();

    private async Task OnDelay()
    {
        await Task.Delay(TimeSpan.FromHours(1), _delays.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task OnSemaphore()
    {
        _semaphoreWaiters++;
        await _semaphore.WaitAsync();
    }

    private async Task OnWhenAll()
    {
        await Task.WhenAll(NewSource(), NewSource());
    }

    private async Task<int> OnShared()
    {
        return await _shared.Task;
    }

    private async Task<int> OnOneMethod()
    {
        return await (_one ??= OnShared());
    }

    private Task<int> NewSource()
    {
        var source = new TaskCompletionSource<int>();
        _sources.Add(source);
        return source.Task;
    }
}
