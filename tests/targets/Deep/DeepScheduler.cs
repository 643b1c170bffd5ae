namespace Deep;

/// <summary>A scheduler that keeps its tasks many objects away.</summary>
internal sealed class DeepScheduler : TaskScheduler
{
    private readonly List<Task> _queue = [];
    private readonly Box _outer;

    private DeepScheduler()
    {
        _outer = new Box(_queue);
        for (var i = 0; i < 10; i++)
            _outer = new Box(_outer);
    }

    public static Task Queue() => Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.None, new DeepScheduler());

    protected override void QueueTask(Task task) => _queue.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _queue;

    private sealed class Box(object inner)
    {
        public readonly object Inner = inner;
    }
}
