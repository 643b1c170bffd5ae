#if NET10_0_OR_GREATER
using System.Threading.Channels;

namespace Channels;

/// <summary>Waits for a channel that holds nothing, so that writer and reader must meet.</summary>
internal static class Rendezvous
{
    private static readonly Channel<Order> s_none = Channel.CreateBounded<Order>(0);

    public static object StartAll() => new[] { WritesFirst(), WritesSecond() };

    private static async Task WritesFirst() => await s_none.Writer.WriteAsync(new Order(1));

    private static async Task WritesSecond() => await s_none.Writer.WriteAsync(new Order(2));
}
#endif
