namespace TaskFind.Model;

/// <summary>A wait for the first of several tasks.</summary>
/// <param name="Address">The promise.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Tasks">Them, as far as they were found.</param>
public sealed record WhenAnyWait(ObjectAddress Address, int Of, IReadOnlyList<TaskNode> Tasks) : Wait(Address)
{
    /// <inheritdoc/>
    public override WaitKind Kind => WaitKind.WhenAny;

    /// <inheritdoc/>
    internal override IReadOnlyList<TaskNode> Joined => Tasks;
}
