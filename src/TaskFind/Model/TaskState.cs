namespace TaskFind.Model;

/// <summary>How a task stands, in the words of Python's asyncio.</summary>
public enum TaskState : byte
{
    /// <summary>Not done, and nobody asked to cancel it.</summary>
    Pending,

    /// <summary>Cancellation was asked for, and it is not done yet.</summary>
    Cancelling,

    /// <summary>Done, with a result or an exception.</summary>
    Finished,

    /// <summary>Done by cancellation.</summary>
    Cancelled,
}
