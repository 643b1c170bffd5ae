namespace TaskFind.Queries;

/// <summary>How a search is made.</summary>
public sealed record SearchOptions
{
    /// <summary>Gets whether tasks that are done count too; they are there only while something keeps them alive.</summary>
    public bool IncludeDone { get; init; }
}
