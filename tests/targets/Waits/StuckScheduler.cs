namespace Waits;

/// <summary>A scheduler that runs the first task it gets, and only keeps all others.</summary>
internal sealed class StuckScheduler : TaskScheduler
{
    private readonly List<Task> _queue = [];
    private bool _hasRun;

    public int Count
    {
        get
        {
            lock (_queue)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>Runs what was kept, on the calling thread.</summary>
    public void RunAll()
    {
        Task[] tasks;
        lock (_queue)
        {
            tasks = [.. _queue];
            _queue.Clear();
            _hasRun = false;
        }

        foreach (Task task in tasks)
        {
            TryExecuteTask(task);
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (_queue)
        {
            if (_hasRun)
            {
                _queue.Add(task);
                return;
            }

            _hasRun = true;
        }

        TryExecuteTask(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _queue;
}
