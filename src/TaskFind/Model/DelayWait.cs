namespace TaskFind.Model;

/// <summary>A wait for <c>Task.Delay</c> (<c>Task+DelayPromise</c>).</summary>
/// <param name="Address">The promise.</param>
/// <param name="Left">The time left at the look, negative when overdue; null when infinite or not known.</param>
/// <param name="Of">The whole delay; null when infinite or not known.</param>
/// <param name="IsInfinite">Whether it has no timer and only a token ends it.</param>
public sealed record DelayWait(ObjectAddress Address, TimeSpan? Left, TimeSpan? Of, bool IsInfinite) : Wait(Address)
{
    /// <summary>Gets whether less may be left, or more overdue, than <see cref="Left"/> says: a dump does not tell when it was written.</summary>
    public bool IsBound { get; init; }

    /// <inheritdoc/>
    public override WaitKind Kind => WaitKind.Delay;
}
