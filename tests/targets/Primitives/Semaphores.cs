namespace Primitives;

/// <summary>Waits for a SemaphoreSlim.</summary>
internal static class Semaphores
{
    private static readonly SemaphoreSlim s_gate = new(0);

    public static void StartAll()
    {
        var pool = Keep.Alive(new DbPool());
        Keep.Alive(pool.RentAsync());
        Keep.Alive(pool.RentLaterAsync());
        Keep.Alive(pool.StripeAsync());
        Keep.Alive(pool.TimedAsync());
        Keep.Alive(Static());
    }

    private static async Task Static() => await s_gate.WaitAsync();

    private sealed class DbPool
    {
        private readonly SemaphoreSlim _slots = new(0);
        private readonly SemaphoreSlim _timed = new(0);
        private readonly SemaphoreSlim[] _stripes = [new SemaphoreSlim(0), new SemaphoreSlim(0)];
        private readonly CancellationTokenSource _stop = new(TimeSpan.FromHours(3));

        public async Task RentAsync() => await _slots.WaitAsync();

        public async Task RentLaterAsync() => await _slots.WaitAsync();

        public async Task StripeAsync() => await _stripes[1].WaitAsync();

        public async Task<bool> TimedAsync() => await _timed.WaitAsync(TimeSpan.FromHours(2), _stop.Token);
    }
}
