namespace Waits;

/// <summary>Waits for the clock.</summary>
internal static class Delays
{
    public static void StartAll()
    {
        Sites.Start(Minute, ends: false);
        Sites.Start(Infinite, ends: false);
        Sites.Start(MinuteWithToken);
        Sites.Start(InfiniteWithToken);
        Sites.Start(Hour, ends: false);
        Sites.Start(Periodic);
        Sites.Start(TimedOut);
        Sites.Start(ValueTasked, ends: false);
    }

    private static async Task Minute()
    {
        await Sites.At(Task.Delay(60_000), "Delays.Minute", 1);
    }

    private static async Task Infinite()
    {
        await Sites.At(Task.Delay(Timeout.Infinite), "Delays.Infinite", 1);
    }

    private static async Task Hour() => await Sites.At(Task.Delay(TimeSpan.FromHours(1)), "Delays.Hour", 1).ConfigureAwait(false);

    private static async Task ValueTasked() => await new ValueTask(Sites.At(Task.Delay(TimeSpan.FromHours(2)), "Delays.ValueTasked", 1));

    private static async Task MinuteWithToken()
    {
        var source = new CancellationTokenSource();
        Sites.OnGo(source.Cancel);
        await Swallow(Sites.At(Task.Delay(60_000, source.Token), "Delays.MinuteWithToken", 1));
    }

    private static async Task InfiniteWithToken()
    {
        var source = new CancellationTokenSource(TimeSpan.FromMinutes(30));
        Sites.OnGo(source.Cancel);
        await Swallow(Sites.At(Task.Delay(-1, source.Token), "Delays.InfiniteWithToken", 1));
    }

    private static async Task<bool> Periodic()
    {
        var timer = new PeriodicTimer(TimeSpan.FromMinutes(15));
        Sites.OnGo(timer.Dispose);
        return await Sites.At(timer.WaitForNextTickAsync(), "Delays.Periodic", 1);
    }

    private static async Task<int> TimedOut()
    {
        return await Sites.At(Sites.New(1).WaitAsync(TimeSpan.FromMinutes(20)), "Delays.TimedOut", 1);
    }

    // A Task that is awaited in its own line and whose cancellation is no exception.
    private static System.Runtime.CompilerServices.ConfiguredTaskAwaitable Swallow(Task task) =>
        task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
