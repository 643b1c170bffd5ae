namespace TaskFind.Model;

/// <summary>The kinds of wait that have words of their own: each has a sealed <see cref="Wait"/> record or is a <see cref="ResourceWait"/>.</summary>
public enum WaitKind : byte
{
    /// <summary>Another method's task: <see cref="TaskWait"/>.</summary>
    Task,

    /// <summary><c>Task.Delay</c>: <see cref="DelayWait"/>.</summary>
    Delay,

    /// <summary>A <c>TaskCompletionSource</c>: <see cref="CompletionSourceWait"/>.</summary>
    CompletionSource,

    /// <summary><c>Task.WhenAll</c>: <see cref="WhenAllWait"/>.</summary>
    WhenAll,

    /// <summary><c>Task.WhenAny</c>: <see cref="WhenAnyWait"/>.</summary>
    WhenAny,

    /// <summary><c>SemaphoreSlim.WaitAsync</c>: <see cref="SemaphoreWait"/>.</summary>
    Semaphore,

    /// <summary>Anything else, by its type's name: <see cref="OtherWait"/>.</summary>
    Other,

    /// <summary><c>PeriodicTimer.WaitForNextTickAsync</c>.</summary>
    PeriodicTimer,

    /// <summary>Reading from or writing to a channel.</summary>
    Channel,

    /// <summary><c>PipeReader.ReadAsync</c> or <c>PipeWriter.FlushAsync</c>.</summary>
    Pipe,

    /// <summary>An operation on a socket.</summary>
    Socket,

    /// <summary>An HTTP/2 stream of a client.</summary>
    HttpStream,

    /// <summary>Reading or writing a file.</summary>
    File,

    /// <summary>The end of another process.</summary>
    Process,

    /// <summary><c>Parallel.ForEachAsync</c>.</summary>
    Parallel,

    /// <summary><c>Task.WhenEach</c>.</summary>
    WhenEach,

    /// <summary>A dataflow block.</summary>
    Dataflow,

    /// <summary>Any other <c>IValueTaskSource</c>.</summary>
    ValueTaskSource,

    /// <summary>Nothing any more: it is queued in the thread pool.</summary>
    ThreadPool,

    /// <summary>Nothing any more: it was posted to a SynchronizationContext.</summary>
    SynchronizationContext,

    /// <summary>Nothing any more: it is queued on a TaskScheduler.</summary>
    Scheduler,

    /// <summary>A monitor (<c>lock</c>).</summary>
    Monitor,

    /// <summary>A <c>System.Threading.Lock</c>.</summary>
    Lock,

    /// <summary><c>Task.WaitAsync</c>, which ends another wait early.</summary>
    WaitAsync,

    /// <summary>A blocking event or wait handle.</summary>
    Event,
}
