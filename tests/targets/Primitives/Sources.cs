using System.Collections.Concurrent;

namespace Primitives;

/// <summary>Waits for a TaskCompletionSource, held here and there.</summary>
internal static class Sources
{
    private static readonly TaskCompletionSource<int> s_static = new();
    private static readonly Dictionary<int, TaskCompletionSource<string>> s_replies = [];

    public static void StartAll()
    {
        var service = Keep.Alive(new OrderService());
        Keep.Alive(service.InField());
        Keep.Alive(service.InProperty());
        Keep.Alive(service.InBaseField());
        Keep.Alive(service.InDerivedSource());
        Keep.Alive(InStatic());
        Keep.Alive(InClosure());
        Keep.Alive(InLocal());
        Keep.Alive(InParameter(new TaskCompletionSource()));
        Keep.Alive(InStaticDictionary());
        var registry = Keep.Alive(new Registry());
        Keep.Alive(registry.InDictionary());
        Keep.Alive(registry.InConcurrentDictionary());
        Keep.Alive(registry.InList());
        Keep.Alive(registry.InQueue());
        Keep.Alive(registry.InArray());
    }

    private static async Task<int> InStatic() => await s_static.Task;

    private static async Task InClosure()
    {
        var ready = new TaskCompletionSource();
        Keep.Alive(() => ready.SetResult());
        await ready.Task;
    }

    private static async Task<int> InLocal()
    {
        var local = new TaskCompletionSource<int>();
        return await local.Task + await local.Task;
    }

    private static async Task InParameter(TaskCompletionSource parameter)
    {
        await parameter.Task;
        parameter.TrySetResult();
    }

    private static async Task<string> InStaticDictionary()
    {
        var reply = s_replies[1] = new TaskCompletionSource<string>();
        return await reply.Task;
    }

    private class ServiceBase
    {
        protected readonly TaskCompletionSource _started = new();
    }

    private sealed class OrderService : ServiceBase
    {
        private readonly TaskCompletionSource<int> _ready = new();
        private readonly Reply _reply = new();

        private TaskCompletionSource<int> Shipped { get; } = new();

        public async Task<int> InField() => await _ready.Task;

        public async Task<int> InProperty() => await Shipped.Task;

        public async Task InBaseField() => await _started.Task;

        public async Task<int> InDerivedSource() => await _reply.Task;
    }

    private sealed class Reply : TaskCompletionSource<int>;

    private sealed class Registry
    {
        private readonly Dictionary<int, TaskCompletionSource> _pending = [];
        private readonly ConcurrentDictionary<string, TaskCompletionSource<int>> _calls = [];
        private readonly List<TaskCompletionSource> _list = [];
        private readonly Queue<TaskCompletionSource> _queue = [];
        private readonly TaskCompletionSource[] _array = new TaskCompletionSource[4];

        public async Task InDictionary() => await (_pending[7] = new TaskCompletionSource()).Task;

        public async Task InConcurrentDictionary() => await (_calls["a"] = new TaskCompletionSource<int>()).Task;

        public async Task InList()
        {
            _list.Add(new TaskCompletionSource());
            await _list[0].Task;
        }

        public async Task InQueue()
        {
            _queue.Enqueue(new TaskCompletionSource());
            await _queue.Peek().Task;
        }

        public async Task InArray() => await (_array[2] = new TaskCompletionSource()).Task;
    }
}
