namespace Troubles;

internal static class Cancelling
{
    public static void Start(bool isInnocent)
    {
        var source = Keep.Alive(new CancellationTokenSource());
        var other = Keep.Alive(new CancellationTokenSource());
        Keep.Alive(Hears(source.Token));
        if (isInnocent)
            Keep.Alive(Outer(other.Token));
        else
            Keep.Alive(Outer(source.Token));
        source.Cancel();
    }

    // The token is passed on, and the task is done.
    private static async Task Hears(CancellationToken cancellation) => await Task.Delay(TimeSpan.FromHours(1), cancellation);

    private static async Task Outer(CancellationToken cancellation)
    {
        await Deaf(cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    private static async Task Deaf(CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromHours(1));
        cancellation.ThrowIfCancellationRequested();
    }
}
