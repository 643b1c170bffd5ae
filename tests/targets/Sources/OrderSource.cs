namespace Sources;

/// <summary>A source of a class of its own.</summary>
internal sealed class OrderSource(string name) : TaskCompletionSource<int>(name)
{
    public void Ship() => TrySetResult(1);
}
