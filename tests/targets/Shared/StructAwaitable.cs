using System.Runtime.CompilerServices;

namespace TargetShared;

/// <summary>An awaitable whose awaiter is a struct round an object.</summary>
internal readonly struct StructAwaitable(CustomAwaiter inner)
{
    public Awaiter GetAwaiter() => new(inner);

    public readonly struct Awaiter(CustomAwaiter inner) : ICriticalNotifyCompletion
    {
        private readonly int _padding = 7;
        private readonly CustomAwaiter _inner = inner;

        public bool IsCompleted => _padding == 0;

        public int GetResult() => _inner.GetResult();

        public void OnCompleted(Action continuation) => _inner.OnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) => _inner.UnsafeOnCompleted(continuation);
    }
}
