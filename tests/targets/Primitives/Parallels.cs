namespace Primitives;

/// <summary>Loops whose workers wait.</summary>
internal static class Parallels
{
    private static readonly TaskCompletionSource s_open = new();
    private static readonly ParallelOptions s_two = new() { MaxDegreeOfParallelism = 2 };
    private static int s_workers;

    public static void StartAll()
    {
        Keep.Alive(For());
        Keep.Alive(ForEachOfStream());
        SpinWait.SpinUntil(() => Volatile.Read(ref s_workers) == 4);
    }

    private static async Task For() => await Parallel.ForAsync(0, 100, s_two, static async (_, _) => await Work());

    private static async Task ForEachOfStream() => await Parallel.ForEachAsync(Numbers(), s_two, static async (_, _) => await Work());

    private static async Task Work()
    {
        Interlocked.Increment(ref s_workers);
        await s_open.Task;
    }

    private static async IAsyncEnumerable<int> Numbers()
    {
        for (int i = 0; ; i++)
        {
            yield return i;
        }
    }
}
