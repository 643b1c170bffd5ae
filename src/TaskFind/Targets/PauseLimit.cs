using System.Diagnostics;

namespace TaskFind.Targets;

/// <summary>Ends a look before its target has stood still for longer than somebody allows, all stops taken together.</summary>
/// <param name="most">How long; null for as long as it takes.</param>
/// <param name="cancellation">Ends the look for other reasons.</param>
internal sealed class PauseLimit(TimeSpan? most, CancellationToken cancellation) : IDisposable
{
    // Letting go takes time too, as does the step that is under way.
    private static readonly TimeSpan LeastReserve = TimeSpan.FromMilliseconds(1), LargestReserve = TimeSpan.FromMilliseconds(10);
    private readonly CancellationTokenSource? _source = most is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private TimeSpan _earlier;
    private long _began;

    /// <summary>Ends what is done while the target stands still.</summary>
    public CancellationToken Token => _source?.Token ?? cancellation;

    /// <summary>Whether it is this limit that ended the look.</summary>
    public bool IsReached => Token.IsCancellationRequested && !cancellation.IsCancellationRequested;

    /// <summary>How long the target stood still in all stops.</summary>
    public TimeSpan Elapsed => _earlier + (_began == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_began));

    /// <summary>How often it was stopped.</summary>
    public int Stops { get; private set; }

    /// <summary>Tells that the target is about to be stopped.</summary>
    public void Begin()
    {
        Stops++;
        _began = Stopwatch.GetTimestamp();
        if (most is not { } limit)
            return;
        var reserve = TimeSpan.FromTicks(Math.Clamp(limit.Ticks / 5, LeastReserve.Ticks, LargestReserve.Ticks));
        var left = limit - reserve - _earlier;
        if (left > TimeSpan.Zero)
            _source?.CancelAfter(left);
        else
            _source?.Cancel();
    }

    /// <summary>Tells that the target runs again.</summary>
    public void End()
    {
        (_earlier, _began) = (Elapsed, 0);
        if (!Token.IsCancellationRequested)
            _source?.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _source?.Dispose();
}
