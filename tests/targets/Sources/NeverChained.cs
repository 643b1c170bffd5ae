namespace Sources;

/// <summary>Waits for sources that only others keep who wait in vain, too.</summary>
internal static class NeverChained
{
    public static void Start()
    {
        var (left, right) = (new TaskCompletionSource<int>("Never.Crossed.Left"), new TaskCompletionSource<int>("Never.Crossed.Right"));
        Keep.Waiter("Never.Crossed.Left", _ => WaitThenComplete(left.Task, right));
        Keep.Waiter("Never.Crossed.Right", _ => WaitThenComplete(right.Task, left));
        Keep.Waiter("Never.InCaller", InCaller);
        Keep.Waiter("Never.InCallerOfLink", InCallerOfLink);
        Keep.Waiter("Never.InCallerOfAll", InCallerOfAll);
        Keep.Waiter("Never.InCallerOfAny", InCallerOfAny);
        Keep.Waiter("Never.InContinuation", InContinuation);
    }

    private static async Task WaitThenComplete(Task awaited, TaskCompletionSource<int> completed)
    {
        await awaited;
        completed.SetResult(1);
    }

    private static async Task InCaller(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        await Wait(source.Task);
        source.TrySetResult(1);
    }

    private static async Task InCallerOfLink(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        await source.Task.ContinueWith(t => t.Result + 1, TaskScheduler.Default);
        source.TrySetResult(1);
    }

    private static async Task InCallerOfAll(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        await Task.WhenAll(Wait(source.Task), Wait(source.Task));
        source.TrySetResult(1);
    }

    private static async Task InCallerOfAny(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        await Task.WhenAny(Wait(source.Task), Wait(source.Task), Wait(source.Task));
        source.TrySetResult(1);
    }

    // The first source is forgotten, and what would continue with its task completes the second.
    private static async Task InContinuation(string name)
    {
        await Continued(new TaskCompletionSource<int>().Task, new TaskCompletionSource<int>(name));
    }

    private static Task<int> Continued(Task<int> first, TaskCompletionSource<int> second)
    {
        Keep.Alive(first);
        first.ContinueWith(t => second.SetResult(t.Result), TaskScheduler.Default);
        return second.Task;
    }

    private static async Task<int> Wait(Task<int> task) => await task;
}
