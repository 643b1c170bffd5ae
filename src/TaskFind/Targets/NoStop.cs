namespace TaskFind.Targets;

/// <summary>Stands for the stop of a dump, which stands still by itself.</summary>
internal sealed class NoStop : IThreadStop
{
    public int ThreadCount => 0;

    public IReadOnlyList<int> Unstopped => [];

    public TimeSpan Elapsed => TimeSpan.Zero;

    public bool TryGetContext(uint thread, Span<byte> context) => false;

    public void Dispose()
    {
    }
}
