namespace Shapes;

internal sealed class D01 : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Mark.M01());
}

internal sealed class D02 : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Mark.M01());
}

internal sealed class D03 : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Mark.M01());
}

internal struct D04 : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Mark.M01());
}

internal sealed class E01
{
    public E01 GetAsyncEnumerator() => this;

    public int Current => 0;

    public ValueTask<bool> MoveNextAsync() => default;

    public ValueTask DisposeAsync() => default;
}

internal sealed class E02
{
    public E02 GetAsyncEnumerator() => this;

    public int Current => 0;

    public ValueTask<bool> MoveNextAsync() => default;

    public ValueTask DisposeAsync() => default;
}

internal sealed class Custom
{
    public static Custom C01() => new();

    public CustomAwaiter GetAwaiter() => default;
}

internal struct CustomAwaiter : System.Runtime.CompilerServices.INotifyCompletion
{
    public bool IsCompleted => false;

    public int GetResult() => 0;

    public void OnCompleted(Action continuation)
    {
    }
}
