using System.Threading.Channels;

namespace Channels;

/// <summary>Waits for channels without a capacity, and reads that nobody awaits any more.</summary>
internal static class Unbounded
{
    private static readonly Channel<Order> s_empty = Channel.CreateUnbounded<Order>();
    private static readonly Channel<string> s_left = Channel.CreateUnbounded<string>();

    /// <summary>Gets the read that lost against a task that had ended: it takes the next item, and nobody has it.</summary>
    public static Task<string>? Abandoned { get; private set; }

    public static object StartAll() => new[] { Reads(), ReadsAsTask(), WaitsToReadFirst(), WaitsToReadSecond(), Loses() };

    private static async Task Reads() => await s_empty.Reader.ReadAsync();

    private static async Task ReadsAsTask() => await s_empty.Reader.ReadAsync().AsTask();

    private static async Task WaitsToReadFirst() => await s_empty.Reader.WaitToReadAsync();

    private static async Task WaitsToReadSecond() => await s_empty.Reader.WaitToReadAsync();

    private static async Task Loses()
    {
        var winner = new TaskCompletionSource();
        Abandoned = s_left.Reader.ReadAsync().AsTask();
        Task any = Task.WhenAny(Abandoned, winner.Task);
        winner.SetResult();
        await any;
        await s_left.Reader.ReadAsync();
    }
}
