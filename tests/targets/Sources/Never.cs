using System.Runtime.CompilerServices;

namespace Sources;

/// <summary>Waits for sources that only the waiter itself keeps.</summary>
internal static class Never
{
    private static readonly ConditionalWeakTable<object, object> s_table = new();
    private static readonly List<WeakReference> s_weak = [];

    public static void Start()
    {
        Keep.Waiter("Never.InOwnLocal", InOwnLocal);
        Keep.Waiter("Never.WithoutResult", WithoutResult);
        Keep.Waiter("Never.InOwnClosure", InOwnClosure);
        Keep.Waiter("Never.OfDerivedType", OfDerivedType);
        Keep.Waiter("Never.BehindWeakReference", BehindWeakReference);
        Keep.Waiter("Never.BehindDeadKey", BehindDeadKey);
        Keep.Waiter("Never.InBoxedAwaiter", InBoxedAwaiter);
        Keep.Waiter("Never.InPooledMethod", name => InPooledMethod(name).AsTask());
        Keep.Waiter("Never.InIterator", Consume);
        Keep.Waiter("Never.OnContext", OnContext);
        Console.WriteLine("Never.Garbage.InVoid");
        InVoid("Never.Garbage.InVoid");
        Console.WriteLine("Never.Garbage.InOwnLocal");
        InOwnLocal("Never.Garbage.InOwnLocal");
    }

    private static async Task<int> InOwnLocal(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        await source.Task;
        return source.Task.Id;
    }

    private static async Task WithoutResult(string name)
    {
        var source = new TaskCompletionSource(name);
        await source.Task.ConfigureAwait(false);
        source.TrySetResult();
    }

    private static async Task InOwnClosure(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        Action complete = () => source.SetResult(1);
        await source.Task;
        complete();
    }

    private static async Task OfDerivedType(string name)
    {
        var source = new OrderSource(name);
        await source.Task;
        source.Ship();
    }

    private static async Task BehindWeakReference(string name)
    {
        await Weak(name);
    }

    private static Task<int> Weak(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        s_weak.Add(new WeakReference(source));
        return source.Task;
    }

    private static async Task BehindDeadKey(string name)
    {
        await DeadKey(name);
    }

    private static Task<int> DeadKey(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        s_table.Add(new object(), source);
        return source.Task;
    }

    private static async Task InBoxedAwaiter(string name) => await new SourceAwaiter(new TaskCompletionSource<int>(name));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<int> InPooledMethod(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        await source.Task;
        return source.Task.Id;
    }

    private static async Task Consume(string name)
    {
        await foreach (int number in InIterator(name))
        {
            Console.WriteLine(number);
        }
    }

    private static async IAsyncEnumerable<int> InIterator(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        yield return 1 + (await source.Task) + source.Task.Id;
    }

    private static Task OnContext(string name)
    {
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        Task task = InOwnLocal(name);
        SynchronizationContext.SetSynchronizationContext(null);
        return task;
    }

    private static async void InVoid(string name)
    {
        var source = new TaskCompletionSource<int>(name);
        await source.Task;
        source.TrySetResult(1);
    }
}
