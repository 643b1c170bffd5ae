namespace TaskFind.Model;

/// <summary>What a task waits for: a closed set of sealed records, made from the graph's rows when asked for.</summary>
/// <param name="Address">The awaited object.</param>
public abstract record Wait(ObjectAddress Address)
{
    /// <summary>Gets the kind, one for each record of the set.</summary>
    public abstract WaitKind Kind { get; }
}
