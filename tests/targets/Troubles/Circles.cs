namespace Troubles;

internal static class Circles
{
    private static Task? s_first, s_second;

    public static void Tasks(bool isInnocent)
    {
        var gate = new TaskCompletionSource();
        s_first = Keep.Alive(First(gate.Task, isInnocent));
        s_second = Keep.Alive(Second(gate.Task));
        Keep.Alive(Outside());
        gate.SetResult();
        Scenes.Until(() => Awaited.HasContinuation(s_first) && Awaited.HasContinuation(s_second));
    }

    public static void Threads(bool isInnocent)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        s_first = Keep.Alive(Blocks(gate.Task));
        s_second = Keep.Alive(isInnocent ? Later() : Waits());
        gate.SetResult();
        Scenes.Until(() => Awaited.HasContinuation(s_second));
        if (!isInnocent)
            Scenes.Until(() => Awaited.HasContinuation(s_first));
        Scenes.UntilBlocked(1);
    }

    private static async Task First(Task gate, bool isInnocent)
    {
        await gate;
        // What waits for one of two ends with the other.
        if (isInnocent)
            await Task.WhenAny(s_second!, Task.Delay(TimeSpan.FromHours(1)));
        else
            await s_second!;
    }

    private static async Task Second(Task gate)
    {
        await gate;
        await s_first!;
    }

    private static async Task Outside() => await s_first!;

    private static async Task Blocks(Task gate)
    {
        await gate;
        Scenes.Blocking();
        s_second!.Wait();
    }

    private static async Task Waits() => await s_first!;

    private static async Task Later() => await Task.Delay(TimeSpan.FromHours(1));
}
