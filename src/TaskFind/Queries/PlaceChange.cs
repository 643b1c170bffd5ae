using TaskFind.Model;

namespace TaskFind.Queries;

/// <summary>How many tasks of one method stood and stand at one place.</summary>
/// <param name="Method">The method.</param>
/// <param name="Point">The place.</param>
/// <param name="Before">How many there were.</param>
/// <param name="After">How many there are.</param>
/// <param name="Same">How many are known to be the same, waiting for the same object.</param>
/// <param name="MovedHere">How many were known elsewhere before, by their Task.Id.</param>
/// <param name="Example">One of those that are there now; of those that were, when there is none.</param>
internal sealed record PlaceChange(TaskMethod Method, AwaitPoint? Point, int Before, int After, int Same, int MovedHere, TaskNode Example)
{
    /// <summary>Gets how many more there are.</summary>
    public int More => After - Before;

    /// <summary>Gets whether nothing has changed that can be told.</summary>
    public bool IsStill => Before == After && MovedHere == 0;
}
