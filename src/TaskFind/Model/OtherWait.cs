namespace TaskFind.Model;

/// <summary>A wait for something known by its type alone.</summary>
/// <param name="Address">The awaited object, null for an awaiter that is a bare struct.</param>
/// <param name="Type">The type's name without its namespace.</param>
public sealed record OtherWait(ObjectAddress Address, string Type) : Wait(Address)
{
    /// <inheritdoc/>
    public override WaitKind Kind => WaitKind.Other;
}
