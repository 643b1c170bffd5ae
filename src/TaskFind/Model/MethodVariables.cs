namespace TaskFind.Model;

/// <summary>
/// The variables of a suspended method that its compiler keeps across its awaits, in the order in which they were declared. One that is used on one side of every await
/// alone is kept nowhere, in a Release build at least.
/// </summary>
/// <param name="Items">The variables; those of closures are among them.</param>
public sealed record MethodVariables(IReadOnlyList<VariableInfo> Items)
{
    /// <summary>Gets how many more there are, which a limit left out.</summary>
    public int Omitted { get; init; }
}
