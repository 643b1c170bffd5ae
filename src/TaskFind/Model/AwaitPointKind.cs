namespace TaskFind.Model;

/// <summary>How a method stands at its <see cref="AwaitPoint"/>.</summary>
public enum AwaitPointKind : byte
{
    /// <summary>Suspended at an <c>await</c>.</summary>
    Awaiting,

    /// <summary>A thread runs it now.</summary>
    Running,

    /// <summary>Ready to run, and no thread has got round to it.</summary>
    Queued,

    /// <summary>Created and never started (a delegate task, or an iterator that nobody enumerated).</summary>
    NotStarted,

    /// <summary>An iterator that stands at <c>yield return</c> and waits for its consumer.</summary>
    Yielded,

    /// <summary>Done; the place is where the method is defined.</summary>
    Done,
}
