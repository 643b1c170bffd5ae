using TaskFind.Model;

namespace TaskFind.Queries.Diffs;

/// <summary>How many tasks stood, and stand, at one place.</summary>
/// <param name="First">One of them, of the later look when there is one there.</param>
/// <param name="Before">How many there were.</param>
/// <param name="After">How many there are.</param>
/// <param name="Same">How many of these are known to have been there before; null where that cannot be known.</param>
internal sealed record PlaceChange(TaskNode First, int Before, int After, int? Same)
{
    /// <summary>Gets how many there are more than before.</summary>
    public int Change => After - Before;
}
