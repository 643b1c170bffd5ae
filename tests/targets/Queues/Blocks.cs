using System.Threading.Tasks.Dataflow;

namespace Queues;

/// <summary>Waits for blocks of a dataflow.</summary>
internal static class Blocks
{
    private static readonly BufferBlock<int> s_buffer = new(new DataflowBlockOptions { NameFormat = "orders" });
    private static readonly BufferBlock<int> s_full = new(new DataflowBlockOptions { BoundedCapacity = 1 });

    private static readonly ActionBlock<int> s_action = new(static _ => { });
    private static readonly TransformBlock<int, string> s_transform = new(static i => $"{i}");

    public static object StartAll()
    {
        s_full.Post(1);
        return new[] { Receives(), Sends(), AwaitsOutput(), AwaitsEnd(), AwaitsAction(), ReceivesTransformed() };
    }

    private static async Task Receives() => await s_buffer.ReceiveAsync();

    private static async Task Sends() => await s_full.SendAsync(2);

    private static async Task AwaitsAction() => await s_action.Completion;

    private static async Task ReceivesTransformed() => await s_transform.ReceiveAsync();

    private static async Task AwaitsOutput() => await s_buffer.OutputAvailableAsync();

    private static async Task AwaitsEnd() => await s_buffer.Completion;
}
