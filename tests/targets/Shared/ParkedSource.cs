using System.Threading.Tasks.Sources;

namespace TargetShared;

/// <summary>A hand-written IValueTaskSource.</summary>
internal sealed class ParkedSource : IValueTaskSource<int>, IValueTaskSource, INamedAwaited
{
    private ManualResetValueTaskSourceCore<int> _core = new() { RunContinuationsAsynchronously = true };
    private volatile bool _isAwaited;

    public ParkedSource()
    {
        Name = Sites.NextName();
        Sites.OnGo(() => _core.SetResult(1));
    }

    public string Name { get; }

    public bool IsAwaited => _isAwaited;

    public ValueTask<int> Task => new(this, _core.Version);

    public ValueTask VoidTask => new(this, _core.Version);

    public int GetResult(short token) => _core.GetResult(token);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        _core.OnCompleted(continuation, state, token, flags);
        _isAwaited = true;
    }
}
