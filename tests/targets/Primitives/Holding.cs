namespace Primitives;

/// <summary>One holds a semaphore while others wait for it.</summary>
internal static class Holding
{
    private static readonly SemaphoreSlim s_key = new(1);

    public static void StartAll()
    {
        for (var i = 0; i < 4; i++)
        {
            Keep.Alive(UseAsync());
        }
    }

    private static async Task UseAsync()
    {
        await s_key.WaitAsync();
        await Task.Delay(TimeSpan.FromHours(5));
        s_key.Release();
    }
}
