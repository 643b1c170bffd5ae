namespace Troubles;

internal static class Piling
{
    private static readonly TaskCompletionSource s_shutdown = new();

    public static void Start(bool isInnocent)
    {
        for (int i = 0; i < 1500; i++)
        {
            if (isInnocent)
                Keep.Alive(Waits());
            else
                s_shutdown.Task.ContinueWith(static _ => Console.WriteLine("shut down"), TaskScheduler.Default);
        }
    }

    private static async Task Waits() => await s_shutdown.Task;
}
