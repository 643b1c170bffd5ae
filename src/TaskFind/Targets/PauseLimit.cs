using System.Diagnostics;

namespace TaskFind.Targets;

/// <summary>Ends a look before its target has stood still for longer than somebody allows, all stops taken together.</summary>
internal sealed class PauseLimit : IDisposable
{
    // Letting go takes time too, as does the step that is under way.
    private static readonly TimeSpan LeastReserve = TimeSpan.FromMilliseconds(1), LargestReserve = TimeSpan.FromMilliseconds(10);
    private readonly TimeSpan? _most;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource? _source;
    private readonly ThreadTimer? _timer;
    private TimeSpan _earlier;
    private long _began;

    /// <summary>Sets the limit.</summary>
    /// <param name="most">How long; null for as long as it takes.</param>
    /// <param name="cancellation">Ends the look for other reasons.</param>
    public PauseLimit(TimeSpan? most, CancellationToken cancellation)
    {
        (_most, _cancellation) = (most, cancellation);
        if (most is null)
            return;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _timer = new ThreadTimer(_source.Cancel);
    }

    /// <summary>Ends what is done while the target stands still.</summary>
    public CancellationToken Token => _source?.Token ?? _cancellation;

    /// <summary>Whether it is this limit that ended the look.</summary>
    public bool IsReached => Token.IsCancellationRequested && !_cancellation.IsCancellationRequested;

    /// <summary>How long the target stood still in all stops.</summary>
    public TimeSpan Elapsed => _earlier + (_began == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_began));

    /// <summary>How often it was stopped.</summary>
    public int Stops { get; private set; }

    /// <summary>Tells that the target is about to be stopped.</summary>
    public void Begin()
    {
        Stops++;
        _began = Stopwatch.GetTimestamp();
        if (_most is not { } limit)
            return;
        var reserve = TimeSpan.FromTicks(Math.Clamp(limit.Ticks / 5, LeastReserve.Ticks, LargestReserve.Ticks));
        var left = limit - reserve - _earlier;
        if (left > TimeSpan.Zero)
            _timer?.Set(left);
        else
            _source?.Cancel();
    }

    /// <summary>Tells that the target runs again.</summary>
    public void End()
    {
        (_earlier, _began) = (Elapsed, 0);
        _timer?.Clear();
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _source?.Dispose();
    }
}
