namespace TaskFind.Targets;

/// <summary>What a traced thread has come to.</summary>
internal enum ThreadEvent
{
    /// <summary>Nothing new: it runs, or stands where it is known to stand.</summary>
    None,

    /// <summary>It has come to a tracing stop.</summary>
    Stopped,

    /// <summary>It has ended.</summary>
    Ended,
}
