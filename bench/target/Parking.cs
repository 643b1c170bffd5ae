namespace TaskFind.Bench.Target;

/// <summary>Threads that wait for nothing, as those of a program that blocks.</summary>
internal static class Parking
{
    private const int StackBytes = 128 * 1024;

    /// <summary>Starts so many threads and comes back when all of them run.</summary>
    public static void Park(int threads)
    {
        using var running = new CountdownEvent(threads);
        for (var i = 0; i < threads; i++)
            new Thread(() => Wait(running), StackBytes) { IsBackground = true, Name = "parked" }.Start();
        running.Wait();
    }

    private static void Wait(CountdownEvent running)
    {
        running.Signal();
        Thread.Sleep(Timeout.Infinite);
    }
}
