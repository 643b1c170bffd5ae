using System.Runtime.CompilerServices;

namespace TargetShared;

/// <summary>An awaiter that is an object: it keeps the continuation itself.</summary>
internal sealed class CustomAwaiter : ICriticalNotifyCompletion, INamedAwaited
{
    private Action? _continuation;

    public CustomAwaiter()
    {
        Name = Sites.NextName();
        Sites.OnGo(() => _continuation!());
    }

    public string Name { get; }

    public bool IsAwaited => Volatile.Read(ref _continuation) is not null;

    public bool IsCompleted => false;

    public CustomAwaiter GetAwaiter() => this;

    public int GetResult() => 1;

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => Volatile.Write(ref _continuation, continuation);
}
