namespace TaskFind.Captures;

/// <summary>Is thrown for a capture that cannot be read, or a graph that is too large for one; the message is a clause that says why.</summary>
internal sealed class CaptureException(string why) : Exception(why)
{
    /// <summary>Gets whether nothing is wrong with the file but its age: a newer version of the tool wrote it.</summary>
    public bool IsNewer { get; init; }
}
