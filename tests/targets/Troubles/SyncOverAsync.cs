namespace Troubles;

internal static class SyncOverAsync
{
    public static void Start(bool isInnocent)
    {
        var slow = Keep.Alive(Slow());
        if (isInnocent)
            return; // Program's main thread is blocked on an async Main
        for (int i = 0; i < 2; i++)
            Keep.Alive(Task.Run(() => Blocks(slow)));
        Scenes.UntilBlocked(2);
    }

    private static int Blocks(Task<int> slow)
    {
        Scenes.Blocking();
        return slow.Result;
    }

    private static async Task<int> Slow()
    {
        await Task.Delay(TimeSpan.FromHours(1));
        return 1;
    }
}
