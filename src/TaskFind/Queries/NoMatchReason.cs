namespace TaskFind.Queries;

/// <summary>The reasons for finding no task.</summary>
public enum NoMatchReason : byte
{
    /// <summary>No such method (or file) is loaded.</summary>
    NotLoaded,

    /// <summary>The method is loaded and not async.</summary>
    NotAsync,

    /// <summary>The method is async, and no call of it stands suspended.</summary>
    NothingSuspended,

    /// <summary>A thread runs the method, which has not reached its first await: it has no Task yet.</summary>
    RunningBeforeFirstAwait,

    /// <summary>The method is compiled with runtime-async, which is not supported yet.</summary>
    RuntimeAsync,

    /// <summary>No task has this address or Task.Id.</summary>
    NoSuchTask,

    /// <summary>The graph was taken without the loaded methods, so the reason cannot be told.</summary>
    Unknown,
}
