namespace Web;

/// <summary>A service in good health under load: it waits a little, for a few slots among many requests, computes a little, and heeds its token.</summary>
internal static class Busy
{
    private static readonly SemaphoreSlim s_slots = new(8);

    public static async Task<string> ServeAsync(CancellationToken cancellation)
    {
        await s_slots.WaitAsync(cancellation);
        try
        {
            await Task.Delay(Random.Shared.Next(1, 5), cancellation);
            return await ComputeAsync();
        }
        finally
        {
            s_slots.Release();
        }
    }

    private static async Task<string> ComputeAsync()
    {
        await Task.Yield();
        var sum = 0;
        for (var i = 0; i < 100_000; i++)
            sum = unchecked((sum * 31) + i);
        return $"{sum}";
    }
}
