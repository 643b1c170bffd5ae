namespace Primitives;

/// <summary>Waits for several things, or for what older patterns complete.</summary>
internal static class Joins
{
    private static readonly TaskCompletionSource s_open = new();
    private static readonly ManualResetEvent s_event = new(false);
    private static int s_workers;

    public static void StartAll()
    {
        Keep.Alive(ForEach());
        SpinWait.SpinUntil(() => Volatile.Read(ref s_workers) == 3);
        Keep.Alive(Begun());
#if NET9_0_OR_GREATER
        Keep.Alive(Each());
#endif
    }

    private static async Task ForEach() => await Parallel.ForEachAsync(
        Enumerable.Range(0, 100), new ParallelOptions { MaxDegreeOfParallelism = 3 }, static async (_, _) =>
        {
            Interlocked.Increment(ref s_workers);
            await s_open.Task;
        });

    private static async Task<int> Begun() => await Task<int>.Factory.FromAsync((_, _) => new Begin(), _ => 1, null);

#if NET9_0_OR_GREATER
    private static async Task Each()
    {
        await foreach (var done in Task.WhenEach(Part(), Part()))
        {
            GC.KeepAlive(done);
        }
    }

    private static async Task Part() => await s_open.Task;
#endif

    private sealed class Begin : IAsyncResult
    {
        public object? AsyncState => null;

        public WaitHandle AsyncWaitHandle => s_event;

        public bool CompletedSynchronously => false;

        public bool IsCompleted => false;
    }
}
