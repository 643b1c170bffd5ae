namespace Waits;

/// <summary>A SynchronizationContext that keeps what is posted to it, as that of a blocked UI thread does.</summary>
internal sealed class StuckContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback, object?)> _posted = [];

    public int Count
    {
        get
        {
            lock (_posted)
            {
                return _posted.Count;
            }
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_posted)
        {
            _posted.Enqueue((d, state));
        }
    }

    /// <summary>Runs a kick-off in this context, and returns out of it.</summary>
    public T Run<T>(Func<T> kickOff)
    {
        SynchronizationContext? outer = Current;
        SetSynchronizationContext(this);
        try
        {
            return kickOff();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs all that is posted, on the calling thread, in no context.</summary>
    public void RunAll()
    {
        while (Count > 0)
        {
            (SendOrPostCallback d, object? state) item;
            lock (_posted)
            {
                item = _posted.Dequeue();
            }

            item.d(item.state);
        }
    }
}
