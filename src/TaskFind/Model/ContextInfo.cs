namespace TaskFind.Model;

/// <summary>What flows with a task: the current <c>Activity</c> and the AsyncLocals of its execution context.</summary>
/// <param name="Activity">The value of <c>Activity.Current</c>; null for none.</param>
/// <param name="Locals">The other AsyncLocals by their names, those that no static field holds last.</param>
public sealed record ContextInfo(ActivityInfo? Activity, IReadOnlyList<LocalInfo> Locals)
{
    /// <summary>Gets how many AsyncLocals more there are, which a limit left out.</summary>
    public int Omitted { get; init; }
}
