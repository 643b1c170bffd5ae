namespace Waits;

/// <summary>Waits for a SemaphoreSlim.</summary>
internal static class Locks
{
    private static readonly SemaphoreSlim s_closed = new(0);
    private static readonly SemaphoreSlim s_mutex = new(1, 1);

    public static void StartAll()
    {
        for (int i = 0; i < 4; i++)
        {
            Sites.Start(Waiter);
        }

        Sites.OnGo(() => s_closed.Release(4));
        Sites.Start(Timed);
        Sites.Start(Holder);
        Sites.Start(BehindHolder);
    }

    private static async Task Waiter()
    {
        await Sites.At(s_closed.WaitAsync(), "Locks.Waiter", 1);
    }

    private static async Task<bool> Timed()
    {
        var own = new SemaphoreSlim(0);
        Sites.OnGo(() => own.Release());
        return await Sites.At(own.WaitAsync(TimeSpan.FromMinutes(14)), "Locks.Timed", 1);
    }

    private static async Task Holder()
    {
        await s_mutex.WaitAsync();
        try
        {
            await Sites.Park("Locks.Holder", 2);
        }
        finally
        {
            s_mutex.Release();
        }
    }

    private static async Task BehindHolder()
    {
        await Sites.At(s_mutex.WaitAsync(), "Locks.BehindHolder", 1);
        s_mutex.Release();
    }
}
