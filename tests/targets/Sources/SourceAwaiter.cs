using System.Runtime.CompilerServices;

namespace Sources;

/// <summary>An awaiter of the program's own, an object, that keeps the source instead of its task.</summary>
internal sealed class SourceAwaiter(TaskCompletionSource<int> source) : ICriticalNotifyCompletion
{
    private readonly TaskCompletionSource<int> _source = source;

    public bool IsCompleted => false;

    public SourceAwaiter GetAwaiter() => this;

    public int GetResult() => _source.Task.Id;

    public void OnCompleted(Action continuation) => _source.Task.GetAwaiter().OnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => _source.Task.GetAwaiter().UnsafeOnCompleted(continuation);
}
