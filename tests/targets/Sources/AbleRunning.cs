using System.Runtime.CompilerServices;

namespace Sources;

/// <summary>Waits for sources that only a thread keeps.</summary>
internal static class AbleRunning
{
    private static readonly ManualResetEventSlim s_end = new();

    [ThreadStatic]
    private static TaskCompletionSource<int>? t_source;
    private static readonly ThreadLocal<TaskCompletionSource<int>?> s_local = new();

    public static void Start()
    {
        Able.Wait("Able.OnStack", source => new Thread(OnStack) { IsBackground = true }.Start(new Given(source, Keep.Running())));
        Able.Wait("Able.InThreadStatic", source => new Thread(InThreadStatic) { IsBackground = true }.Start(new Given(source, Keep.Running())));
        Able.Wait("Able.InThreadLocal", source => new Thread(InThreadLocal) { IsBackground = true }.Start(new Given(source, Keep.Running())));
        Able.Wait("Able.InRunningMethod", source => InRunningMethod(source, Keep.Running()));
    }

    private static void OnStack(object? given)
    {
        TaskCompletionSource<int> source = ((Given)given!).Take();
        s_end.Wait();
        source.SetResult(1);
    }

    private static void InThreadStatic(object? given)
    {
        Remember((Given)given!);
        s_end.Wait();
        t_source!.SetResult(1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Remember(Given given)
    {
        t_source = given.Source;
        given.Take();
    }

    private static void InThreadLocal(object? given)
    {
        s_local.Value = ((Given)given!).Source;
        ((Given)given!).Take();
        s_end.Wait();
        s_local.Value!.SetResult(1);
    }

    private static async Task InRunningMethod(TaskCompletionSource<int> source, ManualResetEventSlim here)
    {
        await Task.Yield();
        here.Set();
        s_end.Wait();
        source.SetResult(1);
    }

    private sealed class Given(TaskCompletionSource<int> source, ManualResetEventSlim here)
    {
        public TaskCompletionSource<int>? Source { get; private set; } = source;

        /// <summary>Takes the source, which the caller alone keeps from then on.</summary>
        public TaskCompletionSource<int> Take()
        {
            TaskCompletionSource<int> taken = Source!;
            Source = null;
            here.Set();
            return taken;
        }
    }
}
