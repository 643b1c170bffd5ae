namespace TaskFind.Model;

/// <summary>What kind of object on the heap a node of the graph is.</summary>
public enum NodeKind : byte
{
    /// <summary>A <c>Task</c> that runs an <c>async Task</c> method: an <c>AsyncStateMachineBox</c>.</summary>
    AsyncMethod,

    /// <summary>A pooled <c>ValueTask</c> method: a <c>StateMachineBox</c> that is no Task (<c>PoolingAsyncValueTaskMethodBuilder</c>).</summary>
    PooledValueTask,

    /// <summary>An <c>async void</c> method, which nobody can await.</summary>
    AsyncVoid,

    /// <summary>An async iterator: a state machine class with <c>&lt;&gt;v__promiseOfValueOrEnd</c>.</summary>
    AsyncIterator,

    /// <summary>A task that runs a delegate (<c>Task.Run</c>, <c>ContinueWith</c>).</summary>
    Delegate,

    /// <summary>The task of a <c>TaskCompletionSource</c>.</summary>
    CompletionSource,

    /// <summary>Any other promise: <c>Task.Delay</c>, <c>WhenAll</c>, <c>Unwrap</c>, a semaphore's waiter.</summary>
    Promise,
}
