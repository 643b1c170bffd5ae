using System.Threading.Channels;

namespace Troubles;

internal static class Reading
{
    public static void Start(bool isInnocent)
    {
        var channel = Keep.Alive(Channel.CreateBounded<string>(8));
        Keep.Alive(isInnocent ? Keeps(channel.Reader) : Loses(channel.Reader));
        Scenes.Until(() => Volatile.Read(ref s_turns) >= 3);
    }

    public static void Full(bool isInnocent)
    {
        var channel = Keep.Alive(Channel.CreateBounded<string>(4));
        for (int i = 0; i < 20; i++)
            Keep.Alive(isInnocent ? Reads(channel.Reader) : Writes(channel.Writer));
    }

    private static int s_turns;

    private static async Task Writes(ChannelWriter<string> writer)
    {
        while (true)
            await writer.WriteAsync("order");
    }

    private static async Task Reads(ChannelReader<string> reader) => await reader.ReadAsync();

    private static async Task Loses(ChannelReader<string> reader)
    {
        while (true)
        {
            var read = reader.ReadAsync().AsTask();
            Interlocked.Increment(ref s_turns);
            await Task.WhenAny(read, Task.Delay(s_turns > 3 ? 3_600_000 : 5));
        }
    }

    private static async Task Keeps(ChannelReader<string> reader)
    {
        Task<string>? read = null;
        while (true)
        {
            read ??= reader.ReadAsync().AsTask();
            Interlocked.Increment(ref s_turns);
            await Task.WhenAny(read, Task.Delay(s_turns > 3 ? 3_600_000 : 5));
            if (read.IsCompleted)
                read = null;
        }
    }
}
