namespace TaskFind.Model;

/// <summary>A wait for somebody to complete a <c>TaskCompletionSource</c>.</summary>
/// <param name="Address">The source's task.</param>
/// <param name="Type">The source's type, <c>TaskCompletionSource&lt;int&gt;</c>.</param>
/// <param name="Name">Its AsyncState when that is a string.</param>
public sealed record CompletionSourceWait(ObjectAddress Address, string Type, string? Name) : Wait(Address)
{
    /// <inheritdoc/>
    public override WaitKind Kind => WaitKind.CompletionSource;
}
