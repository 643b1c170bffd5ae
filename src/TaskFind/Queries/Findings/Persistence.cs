namespace TaskFind.Queries.Findings;

/// <summary>What several looks say of the tasks and threads of a finding.</summary>
/// <param name="Looks">How many looks were taken.</param>
/// <param name="Over">How much time lies between the first and the last.</param>
/// <param name="Same">How many of the tasks and threads were known again in every look, at the same place and on the same object.</param>
/// <param name="Of">How many the finding is about.</param>
public sealed record Persistence(int Looks, TimeSpan Over, int Same, int Of)
{
    /// <summary>Gets whether all of them have stood still.</summary>
    public bool IsStuck => Same == Of && Of > 0;

    /// <summary>Gets whether the same finding was there in every look, by its name and place.</summary>
    public bool WasAlwaysThere { get; init; }
}
