namespace Primitives;

/// <summary>Waits for what programs build of tasks, and for the patterns that were before them.</summary>
internal static class Patterns
{
    private static readonly AsyncManualResetEvent s_opened = new();
    private static readonly TaskCompletionSource<int> s_first = new(), s_second = new();

    public static void StartAll()
    {
        Keep.Alive(AwaitsEvent());
        Keep.Alive(ReadsOldStream());
        Keep.Alive(Task.Factory.ContinueWhenAny([s_first.Task, s_second.Task], AfterAny));
    }

    private static async Task AwaitsEvent() => await s_opened.WaitAsync();

    private static async Task<int> ReadsOldStream() => await Keep.Alive(new OldStream()).ReadAsync(new byte[16], 0, 16);

    private static void AfterAny(Task<int> first) => GC.KeepAlive(first);
}
