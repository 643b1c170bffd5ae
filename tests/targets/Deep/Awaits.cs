using System.Runtime.CompilerServices;

namespace Deep;

/// <summary>Tasks whose wait lies further away than is looked.</summary>
internal static class Awaits
{
    private const int Many = 20;
    private static readonly TaskCompletionSource s_open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // No field says that something is waited for in them.
    private static object? s_nodes, s_elements;

    /// <summary>An awaiter of structs inside structs.</summary>
    public static async Task Struct() => await new DeepAwaitable(s_open.Task);

    /// <summary>The same, in a box.</summary>
    public static async Task Boxed() => await (dynamic)new DeepAwaitable(s_open.Task);

    /// <summary>A token at the end of many linked sources.</summary>
    public static async Task Linked()
    {
        var source = new CancellationTokenSource();
        for (var i = 0; i < Many; i++)
            source = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
        await Task.Delay(Timeout.Infinite, source.Token);
    }

    /// <summary>Promises that only pass a completion on.</summary>
    public static async Task Links()
    {
        Task task = s_open.Task;
        for (var i = 0; i < Many; i++)
        {
            var outer = new TaskCompletionSource<Task>();
            var passing = outer.Task.Unwrap();
            outer.SetResult(task);
            task = passing;
        }

        await task;
    }

    /// <summary>The last of a list of nodes.</summary>
    public static async Task Node()
    {
        var nodes = new LinkedList<TaskCompletionSource>(Enumerable.Range(0, Many).Select(_ => new TaskCompletionSource()));
        s_nodes = nodes;
        await nodes.Last!.Value.Task;
    }

    /// <summary>The last of a large array.</summary>
    public static async Task Element()
    {
        var elements = new TaskCompletionSource[10_000];
        elements[^1] = new TaskCompletionSource();
        s_elements = elements;
        await elements[^1].Task;
    }

    /// <summary>A task with a long name.</summary>
    public static async Task Named() => await new TaskCompletionSource(new string('n', 500)).Task;

    /// <summary>A timer.</summary>
    public static async Task Later() => await Task.Delay(TimeSpan.FromHours(2));

    private readonly struct DeepAwaitable(Task task)
    {
        public Awaiter<Awaiter<Awaiter<Awaiter<Awaiter<Awaiter<Awaiter<Awaiter<TaskAwaiter>>>>>>>> GetAwaiter() => new(new(new(new(new(new(new(new(task.GetAwaiter()))))))));
    }

    private readonly struct Awaiter<T>(T inner) : ICriticalNotifyCompletion
        where T : ICriticalNotifyCompletion
    {
        private readonly T _inner = inner;

        public bool IsCompleted => false;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => _inner.OnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) => _inner.UnsafeOnCompleted(continuation);
    }
}
