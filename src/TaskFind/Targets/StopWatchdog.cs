namespace TaskFind.Targets;

/// <summary>
/// Lets the target go when its look was told to end and did not: the debugging library can be busy for ever with what it read, and a target must not pay for it.
/// What is read from then on is of a process that runs, and of a look that is given up anyway.
/// </summary>
internal sealed class StopWatchdog : IDisposable
{
    /// <summary>How long a look that was told to end may go on holding its target.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ThreadTimer _timer;
    private readonly CancellationTokenRegistration _toldToEnd;

    /// <summary>Watches over a stop until it is disposed.</summary>
    public StopWatchdog(IThreadStop stop, CancellationToken end)
    {
        _timer = new ThreadTimer(stop.Dispose);
        _toldToEnd = end.Register(() => _timer.Set(Patience));
    }

    public void Dispose()
    {
        _toldToEnd.Dispose();
        _timer.Dispose();
    }
}
