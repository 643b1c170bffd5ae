namespace TaskFind.Model;

/// <summary>A wait for the task of another method, or of a delegate.</summary>
/// <param name="Target">The awaited task.</param>
public sealed record TaskWait(TaskNode Target) : Wait(Target.Address)
{
    /// <inheritdoc/>
    public override WaitKind Kind => WaitKind.Task;
}
