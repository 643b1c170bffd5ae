using System.Threading.Channels;

namespace Waits;

/// <summary>Waits for channels and async iterators.</summary>
internal static class Streams
{
    private static readonly Channel<int> s_empty = Channel.CreateUnbounded<int>();
    private static readonly Channel<string> s_full = Channel.CreateBounded<string>(1);

    public static void StartAll()
    {
        Sites.Start(Reads);
        Sites.Start(WaitsToRead);
        Sites.Start(Writes);
        Sites.Start(ReadsAsTask);
        Sites.Start(Consumes);
        Sites.OnGo(() =>
        {
            s_empty.Writer.TryWrite(1);
            s_empty.Writer.TryWrite(2);
            s_full.Reader.TryRead(out _);
        });
    }

    private static async Task<int> Reads() => await Sites.At(s_empty.Reader.ReadAsync(), "Streams.Reads", 1);

    private static async Task<bool> WaitsToRead() => await Sites.At(s_empty.Reader.WaitToReadAsync(), "Streams.WaitsToRead", 1);

    private static async Task Writes()
    {
        await s_full.Writer.WriteAsync("first");
        await Sites.At(s_full.Writer.WriteAsync("second"), "Streams.Writes", 2);
    }

    private static async Task<string> ReadsAsTask()
    {
        Channel<string> channel = Channel.CreateUnbounded<string>();
        Sites.OnGo(() => channel.Writer.TryWrite("text"));
        return await Sites.At(channel.Reader.ReadAsync().AsTask(), "Streams.ReadsAsTask", 1);
    }

    private static async Task<int> Consumes()
    {
        int sum = 0;
        await foreach (int number in Numbers())
        {
            sum += await Sites.ParkIf(number == 2, "Streams.Consumes");
        }

        return sum;
    }

    private static async IAsyncEnumerable<int> Numbers()
    {
        yield return 1;
        await Sites.Pass();
        yield return 2;
    }
}
