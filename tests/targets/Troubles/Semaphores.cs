namespace Troubles;

internal static class Semaphores
{
    private static readonly TaskCompletionSource s_signal = new();

    public static void Twice(bool isInnocent)
    {
        var account = Keep.Alive(new Account());
        Keep.Alive(isInnocent ? account.PaysAsync() : account.TransfersAsync());
        if (isInnocent)
            Keep.Alive(account.ReadsAsync());
    }

    public static void Queue(bool isInnocent)
    {
        var account = Keep.Alive(new Account());
        Keep.Alive(account.PaysAsync());
        for (int i = 0; i < (isInnocent ? 3 : 20); i++)
            Keep.Alive(account.ReadsAsync());
    }

    public static void Signal(bool isInnocent)
    {
        for (int i = 0; i < (isInnocent ? 3 : 20); i++)
            Keep.Alive(Waits());
    }

    private static async Task Waits() => await s_signal.Task;

    private sealed class Account
    {
        private readonly SemaphoreSlim _lock = new(1, 1);

        public async Task TransfersAsync()
        {
            await _lock.WaitAsync();
            try
            {
                await ReadsAsync();
            }
            finally
            {
                _lock.Release();
            }
        }

        public async Task ReadsAsync()
        {
            await _lock.WaitAsync();
            try
            {
                await Task.Yield();
            }
            finally
            {
                _lock.Release();
            }
        }

        public async Task PaysAsync()
        {
            await _lock.WaitAsync();
            try
            {
                await Task.Delay(TimeSpan.FromHours(1));
            }
            finally
            {
                _lock.Release();
            }
        }
    }
}
