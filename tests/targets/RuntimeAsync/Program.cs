using System.Runtime.CompilerServices;

namespace RuntimeAsync;

/// <summary>Chains of runtime-async methods, and one ordinary state machine among them.</summary>
internal static class Program
{
    private static readonly TaskCompletionSource<int> s_go = new("go", TaskCreationOptions.RunContinuationsAsynchronously);
    private static readonly CancellationTokenSource s_delays = new();

    private static readonly ManualResetEventSlim s_standing = new();

    // With the argument "running", a thread stands inside a runtime-async method while the others are parked.
    private static void Main(string[] args)
    {
        if (args.Contains("running"))
        {
            var entered = new ManualResetEventSlim();
            new Thread(() => StandsInside(entered).Wait()) { IsBackground = true }.Start();
            entered.Wait();
        }

        Task[] tasks = [Outer("text"), Delayed(), OptedOut(), AwaitsOptedOut(), ViaRuntimeAsync()];

        // A kick-off that has returned a Task that is not done has suspended for certain.
        if (tasks.Any(t => t.IsCompleted))
        {
            throw new InvalidOperationException("a method that was to be parked has run through");
        }

        // Outer, Middle and Leaf twice, Delayed and AwaitsOptedOut; OptedOut twice and ViaRuntimeAsync.
        Console.WriteLine("""{"runtimeAsyncTasks":4,"runtimeAsyncMethods":8,"stateMachines":3}""");
        Commands.Serve(("go", () =>
        {
            s_go.SetResult(1);
            s_delays.Cancel();
            s_standing.Set();
            Task.WaitAll(tasks);
            Console.WriteLine($"finished {tasks.Length}");
        }));
    }

    private static async Task<int> Outer(string text)
    {
        int value = await Middle(text.Length);
        return value + text.Length;
    }

    private static async Task<int> Middle(int number)
    {
        return number + await Leaf(number);
    }

    private static async Task<int> Leaf(int number)
    {
        int value = await s_go.Task;
        return value + number;
    }

    private static async Task Delayed()
    {
        await Task.Delay(TimeSpan.FromHours(1), s_delays.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine("the delay is over");
    }

    private static async Task<int> StandsInside(ManualResetEventSlim entered)
    {
        await Task.Yield();
        return await StandsDeeper(entered);
    }

    private static async Task<int> StandsDeeper(ManualResetEventSlim entered)
    {
        entered.Set();
        s_standing.Wait();
        await Task.Yield();
        return 1;
    }

    [RuntimeAsyncMethodGeneration(false)]
    private static async Task<int> OptedOut()
    {
        return await s_go.Task;
    }

    private static async Task<int> AwaitsOptedOut()
    {
        int value = await OptedOut();
        return value + 1;
    }

    [RuntimeAsyncMethodGeneration(false)]
    private static async Task<int> ViaRuntimeAsync()
    {
        return 1 + await Outer("more");
    }
}
