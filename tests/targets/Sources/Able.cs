using System.Runtime.CompilerServices;

namespace Sources;

/// <summary>Waits for sources that something completes in the end which is no thread and no field of the program.</summary>
internal static class Able
{
    private static readonly SemaphoreSlim s_semaphore = new(0);
    private static readonly CancellationTokenSource s_cancellation = new();

    public static void Start()
    {
        Wait("Able.ByTimer", source => Keep.Alive(new Timer(_ => source.SetResult(1), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan)));
        Wait("Able.ByRegistration", source => s_cancellation.Token.Register(() => source.SetCanceled()));
        Wait("Able.ByDelayedMethod", source => AfterDelay(source));
        Wait("Able.BySemaphoreMethod", source => AfterSemaphore(source));
        Wait("Able.ByCallerOfDelayedMethod", source => AfterCall(source));
        Wait("Able.ByCallerOfAny", source => AfterAny(source));
        Wait("Able.ByCallerOfUnwrapped", source => AfterRun(source));
        Wait("Able.ByContinuation", source => Task.Delay(TimeSpan.FromHours(1)).ContinueWith(_ => source.SetResult(1), TaskScheduler.Default));
        Wait("Able.ByTaskNotStarted", source => Keep.Alive(new Task(() => source.SetResult(1))));
        Wait("Able.ByFinalizer", source => new Closing(source));
        Wait("Able.ByChain", source => AfterOther(source));
    }

    /// <summary>Starts a method that waits for a source, and gives the source away.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Wait(string name, Action<TaskCompletionSource<int>> give) => Keep.Waiter(name, n =>
    {
        var source = new TaskCompletionSource<int>(n);
        give(source);
        return For(source.Task);
    });

    private static async Task<int> For(Task<int> task) => await task;

    private static async Task AfterDelay(TaskCompletionSource<int> source)
    {
        await Task.Delay(TimeSpan.FromHours(1));
        source.SetResult(1);
    }

    private static async Task AfterSemaphore(TaskCompletionSource<int> source)
    {
        await s_semaphore.WaitAsync();
        source.SetResult(1);
    }

    private static async Task AfterCall(TaskCompletionSource<int> source)
    {
        await Task.WhenAll(Long(), Long());
        source.SetResult(1);
    }

    private static async Task AfterAny(TaskCompletionSource<int> source)
    {
        await Task.WhenAny(new TaskCompletionSource().Task, Long());
        source.SetResult(1);
    }

    private static async Task AfterRun(TaskCompletionSource<int> source)
    {
        await await Task.Factory.StartNew(Long, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default).Unwrap().ContinueWith(_ => Long(), TaskScheduler.Default);
        source.SetResult(1);
    }

    // Its source is completed by a method that waits for another source, which a timer completes.
    private static async Task AfterOther(TaskCompletionSource<int> source)
    {
        var other = new TaskCompletionSource<int>();
        Keep.Alive(new Timer(_ => other.SetResult(1), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan));
        await other.Task;
        source.SetResult(1);
    }

    private static async Task Long() => await Task.Delay(TimeSpan.FromHours(1));

    private sealed class Closing(TaskCompletionSource<int> source)
    {
        ~Closing() => source.TrySetCanceled();
    }
}
