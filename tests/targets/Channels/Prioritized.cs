#if NET9_0_OR_GREATER
using System.Threading.Channels;

namespace Channels;

/// <summary>Waits for a channel that gives the least item first.</summary>
internal static class Prioritized
{
    private static readonly Channel<int> s_empty = Channel.CreateUnboundedPrioritized<int>();

    public static object StartAll() => Reads();

    private static async Task Reads() => await s_empty.Reader.ReadAsync();
}
#endif
