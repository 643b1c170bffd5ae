namespace Primitives;

/// <summary>An event as many programs write one.</summary>
internal sealed class AsyncManualResetEvent
{
    private readonly TaskCompletionSource _tcs = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WaitAsync() => _tcs.Task;

    public void Set() => _tcs.TrySetResult();
}
