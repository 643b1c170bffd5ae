namespace TaskFind.Scanning;

/// <summary>The bounds of every walk over target data; a note says when one was hit.</summary>
internal static class ScanLimits
{
    /// <summary>Bytes read from the heap at once.</summary>
    public const int Block = 256 * 1024;

    /// <summary>Bytes of one object that are copied at the most: a box holds its whole state machine.</summary>
    public const int ObjectBytes = 64 * 1024;

    /// <summary>Characters kept of a string of the target.</summary>
    public const int StringLength = 400;

    /// <summary>Elements followed in one array or list (tasks of a WhenAll, continuations of a task).</summary>
    public const int ArrayLength = 1 << 17;

    /// <summary>Waiters counted in one semaphore's queue, items read of one queue of the pool.</summary>
    public const int QueueLength = 1 << 20;

    /// <summary>Segments followed of one queue.</summary>
    public const int QueueSegments = 4096;

    /// <summary>Objects looked at in search of what schedulers and contexts keep.</summary>
    public const int HeldObjects = 100_000;

    /// <summary>Steps from a scheduler or context to what it keeps.</summary>
    public const int HoldDepth = 6;

    /// <summary>Steps from a registered continuation to the node it resumes.</summary>
    public const int ContinuationHops = 8;

    /// <summary>Depth of structs inside an awaiter.</summary>
    public const int AwaiterDepth = 6;

    /// <summary>Threads whose stacks are read.</summary>
    public const int Threads = 8192;

    /// <summary>Frames read of one thread.</summary>
    public const int Frames = 512;

    /// <summary>Sync blocks that are looked at for monitors.</summary>
    public const int SyncBlocks = 1 << 18;

    /// <summary>Timer queues, one for each processor.</summary>
    public const int TimerQueues = 4096;

    /// <summary>Static fields that are looked at for something that is waited for.</summary>
    public const int StaticSlots = 16_384;

    /// <summary>Execution contexts that are read.</summary>
    public const int Contexts = 100_000;

    /// <summary>AsyncLocals that are told of one context.</summary>
    public const int LocalsOfContext = 100;

    /// <summary>Pairs, or entries of a dictionary, that are looked at in one context.</summary>
    public const int LocalSlots = 1024;

    /// <summary>AsyncLocals and values that are read of all contexts together.</summary>
    public const int ContextObjects = 1_000_000;

    /// <summary>Threads of ours that walk the heap.</summary>
    public const int Workers = 4;

    /// <summary>Bytes of one thread's stack that are searched.</summary>
    public const int StackBytes = 1 << 20;

    /// <summary>Objects copied beyond the tasks themselves.</summary>
    public const int Followed = 20_000_000;

    /// <summary>Torn places that one worker of the walk reports.</summary>
    public const int GapsOfAWalk = 10_000;

    /// <summary>Zeroed or torn bytes skipped in search of the next object before a segment is given up.</summary>
    public const int ResyncBytes = 64 << 20;
}
