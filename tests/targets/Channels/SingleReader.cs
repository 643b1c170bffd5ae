using System.Threading.Channels;

namespace Channels;

/// <summary>Waits for channels that have one reader only, which are of a class of their own.</summary>
internal static class SingleReader
{
    private static readonly Channel<Order> s_read = Channel.CreateUnbounded<Order>(new UnboundedChannelOptions { SingleReader = true });
    private static readonly Channel<Order> s_waited = Channel.CreateUnbounded<Order>(new UnboundedChannelOptions { SingleReader = true });

    public static object StartAll() => new[] { Reads(), WaitsToRead() };

    private static async Task Reads() => await s_read.Reader.ReadAsync();

    private static async Task WaitsToRead() => await s_waited.Reader.WaitToReadAsync();
}
