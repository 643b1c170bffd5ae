using System.Threading.Channels;

namespace Queues;

/// <summary>Two blocked workers, and what stands in the queues of the pool behind them.</summary>
internal static class Pool
{
    private static readonly ManualResetEventSlim s_gate = new();
    private static readonly CountdownEvent s_first = new(1), s_second = new(1);
    private static Task? s_overdue;

    public static void BlockWorkers()
    {
        ThreadPool.QueueUserWorkItem(_ => Block(s_first));
        s_first.Wait();
        // What a worker queues goes to its own queue, and there is nobody left to steal it.
        ThreadPool.QueueUserWorkItem(_ =>
        {
            for (int i = 0; i < 3; i++)
            {
                Task.Run(Local);
            }

            Block(s_second);
        });
        s_second.Wait();
    }

    public static object QueueAll()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Channel<int> channel = Channel.CreateUnbounded<int>();
        var tasks = new List<Task> { Task.Run(Global), Yields(), IsReady(source.Task), HasRead(channel.Reader) };
        ThreadPool.QueueUserWorkItem(_ => Global());
        source.SetResult();
        channel.Writer.TryWrite(1);
        return tasks;
    }

    /// <summary>Waits until the thread of the timers has queued the ringing of one that is due, which no worker serves.</summary>
    public static void AwaitTimer()
    {
        long before = ThreadPool.PendingWorkItemCount;
        s_overdue = Task.Delay(1);
        SpinWait.SpinUntil(() => ThreadPool.PendingWorkItemCount > before);
    }

    private static void Block(CountdownEvent started)
    {
        started.Signal();
        s_gate.Wait();
    }

    private static void Local() => s_gate.Wait();

    private static void Global() => s_gate.Wait();

    private static async Task Yields() => await Task.Yield();

    private static async Task IsReady(Task ready) => await ready;

    private static async Task HasRead(ChannelReader<int> reader) => await reader.ReadAsync();
}
