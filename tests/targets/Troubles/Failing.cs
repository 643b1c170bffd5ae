namespace Troubles;

internal static class Failing
{
    public static void Start(bool isInnocent)
    {
        var failed = Keep.Alive(Fails());
        if (!isInnocent)
            return;
        Keep.Alive(Observes(failed));
        Scenes.Until(() => s_isObserved);
        // Not looked at yet, but somebody awaits it together with another one.
        Keep.Alive(Together());
    }

    private static bool s_isObserved;

    private static async Task Fails()
    {
        await Task.Yield();
        throw new InvalidOperationException("no such order");
    }

    private static async Task Observes(Task failed)
    {
        try
        {
            await failed;
        }
        catch (InvalidOperationException)
        {
            Volatile.Write(ref s_isObserved, true);
        }
    }

    private static async Task Together()
    {
        var failing = Fails();
        Scenes.Until(() => failing.IsFaulted);
        await Task.WhenAll(failing, Task.Delay(TimeSpan.FromHours(1)));
    }
}
