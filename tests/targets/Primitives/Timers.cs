namespace Primitives;

/// <summary>Waits that a timer or a token ends.</summary>
internal static class Timers
{
    private static readonly CancellationTokenSource s_never = new();
    private static readonly CancellationTokenSource s_soon = new(TimeSpan.FromHours(3));

    public static void StartAll()
    {
        Keep.Alive(Periodic());
        Keep.Alive(PeriodicWithToken());
        Keep.Alive(DelayWithToken());
        Keep.Alive(DelayWithTimedToken());
        Keep.Alive(DelayWithLinkedToken());
        Keep.Alive(DelayOfOtherProvider());
        Keep.Alive(WaitWithTimeout());
        Keep.Alive(WaitWithToken());
        Keep.Alive(Loser());
    }

    private static async Task Periodic()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15));
        await timer.WaitForNextTickAsync();
    }

    private static async Task PeriodicWithToken()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15));
        await timer.WaitForNextTickAsync(s_never.Token);
    }

    private static async Task DelayWithToken() => await Task.Delay(TimeSpan.FromHours(2), s_never.Token);

    private static async Task DelayWithTimedToken() => await Task.Delay(TimeSpan.FromHours(4), s_soon.Token);

    private static async Task DelayWithLinkedToken()
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(s_never.Token, s_soon.Token);
        await Task.Delay(TimeSpan.FromHours(4), linked.Token);
    }

    private static async Task DelayOfOtherProvider() => await Task.Delay(TimeSpan.FromMinutes(5), new FrozenTime());

    private static async Task WaitWithTimeout() => await Slow().WaitAsync(TimeSpan.FromMinutes(15));

    private static async Task<int> WaitWithToken() => await Keep.Alive(new TaskCompletionSource<int>()).Task.WaitAsync(s_soon.Token);

    private static async Task Slow() => await Task.Delay(TimeSpan.FromHours(2));

    private static async Task Loser()
    {
        var forgotten = Task.Delay(TimeSpan.FromHours(9));
        var winner = new TaskCompletionSource();
        Task any = Task.WhenAny(forgotten, winner.Task);
        winner.SetResult(); // takes the continuation off the loser, which keeps an empty list of them
        await any;
        await s_parked.Task;
    }

    private static readonly TaskCompletionSource s_parked = new();

    private sealed class FrozenTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new FrozenTimer();

        private sealed class FrozenTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
