namespace TaskFind.Model;

/// <summary>A wait for a resource that is said by its name and a few <see cref="Wait.Facts"/>: a socket, a channel, a periodic timer, a queue of the thread pool …</summary>
/// <param name="Address">The awaited object, null where there is none.</param>
/// <param name="Resource">The kind.</param>
/// <param name="Name">What it is called, <c>Socket</c> or <c>BoundedChannel&lt;Order&gt;</c>.</param>
/// <param name="Tasks">The tasks behind it, if any.</param>
public sealed record ResourceWait(ObjectAddress Address, WaitKind Resource, string Name, IReadOnlyList<TaskNode> Tasks) : Wait(Address)
{
    /// <summary>Gets the channel in whose queue the operation stands; null for other resources.</summary>
    public ObjectAddress? Owner { get; init; }

    /// <inheritdoc/>
    public override WaitKind Kind => Resource;

    /// <inheritdoc/>
    internal override IReadOnlyList<TaskNode> Joined => Tasks;
}
