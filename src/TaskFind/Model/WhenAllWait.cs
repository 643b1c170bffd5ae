namespace TaskFind.Model;

/// <summary>A wait for every one of several tasks.</summary>
/// <param name="Address">The promise.</param>
/// <param name="Left">How many are not done.</param>
/// <param name="Of">How many there are; null when the runtime keeps no count of them (<c>Task+WhenAllPromise</c>).</param>
/// <param name="Tasks">Those that are not done, as far as they were found.</param>
public sealed record WhenAllWait(ObjectAddress Address, int Left, int? Of, IReadOnlyList<TaskNode> Tasks) : Wait(Address)
{
    /// <inheritdoc/>
    public override WaitKind Kind => WaitKind.WhenAll;

    /// <inheritdoc/>
    internal override IReadOnlyList<TaskNode> Joined => Tasks;
}
