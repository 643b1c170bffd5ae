using System.Threading.Channels;

namespace Channels;

/// <summary>Waits for channels with a capacity.</summary>
internal static class Bounded
{
    private static readonly Channel<Order> s_full = Channel.CreateBounded<Order>(2);
    private static readonly Channel<int> s_empty = Channel.CreateBounded<int>(7);

    public static object StartAll()
    {
        s_full.Writer.TryWrite(new Order(1));
        s_full.Writer.TryWrite(new Order(2));
        return new[] { WritesFirst(), WritesSecond(), WritesThird(), WaitsToWrite(), ReadsFirst(), ReadsSecond(), WaitsToRead() };
    }

    private static async Task WritesFirst() => await s_full.Writer.WriteAsync(new Order(3));

    private static async Task WritesSecond() => await s_full.Writer.WriteAsync(new Order(4));

    private static async Task WritesThird() => await s_full.Writer.WriteAsync(new Order(5));

    private static async Task WaitsToWrite() => await s_full.Writer.WaitToWriteAsync();

    private static async Task ReadsFirst() => await s_empty.Reader.ReadAsync();

    private static async Task ReadsSecond() => await s_empty.Reader.ReadAsync();

    private static async Task WaitsToRead() => await s_empty.Reader.WaitToReadAsync();
}
