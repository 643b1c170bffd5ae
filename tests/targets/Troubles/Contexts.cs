namespace Troubles;

/// <summary>A thread that serves a SynchronizationContext, as that of a user interface does.</summary>
internal static class Contexts
{
    public static void Start(bool isInnocent)
    {
        var context = new UiContext();
        var source = new TaskCompletionSource();
        Task? shows = null, other = null;
        new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            shows = Shows(source.Task);
            if (isInnocent)
            {
                // Blocked too, but on something that ends, after which it serves what was posted.
                other = Later();
                Blocks(other);
            }
            else
            {
                Blocks(shows);
            }
        })
        { IsBackground = true, Name = "ui" }.Start();
        Scenes.Until(() => shows is not null && Awaited.HasContinuation(isInnocent ? other ?? source.Task : shows) && Awaited.HasContinuation(source.Task));
        source.SetResult();
        Scenes.Until(() => context.Count > 0);
        Scenes.UntilBlocked(1);
        Keep.Alive(context);
    }

    private static async Task Shows(Task data)
    {
        await data;
        Console.WriteLine("shown");
    }

    private static async Task Later() => await Task.Delay(TimeSpan.FromHours(1)).ConfigureAwait(false);

    private static void Blocks(Task task)
    {
        Scenes.Blocking();
        task.Wait();
    }

    private sealed class UiContext : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback, object?)> _posted = [];

        public int Count => _posted.Count;

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_posted)
                _posted.Enqueue((d, state));
        }
    }
}
