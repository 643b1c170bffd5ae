namespace TaskFind.Model;

/// <summary>What a task waits for: a closed set of sealed records, made from the graph's rows when asked for.</summary>
/// <param name="Address">The awaited object.</param>
public abstract record Wait(ObjectAddress Address)
{
    /// <summary>Gets the kind, one for each record of the set.</summary>
    public abstract WaitKind Kind { get; }

    /// <summary>Gets what is known of it beyond its own numbers, in the order in which it is said: the field that holds it, who can cancel it …</summary>
    public IReadOnlyList<WaitFact> Facts { get; init; } = [];

    /// <summary>Gets what is between: a <c>Task.WaitAsync</c>, which ends the wait early.</summary>
    public Wait? Via { get; init; }

    /// <summary>Gets the tasks that it waits for together; none where it is no join.</summary>
    internal virtual IReadOnlyList<TaskNode> Joined => [];

    /// <summary>Gives the fact with a key; null when it is not known.</summary>
    public WaitFact? Fact(string key)
    {
        foreach (var fact in Facts)
        {
            if (fact.Key == key)
                return fact;
        }

        return null;
    }
}
