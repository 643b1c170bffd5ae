namespace TaskFind.Queries.Findings;

/// <summary>One rule. Each is described, with what it wrongly finds and wrongly misses, in <c>docs/findings</c>.</summary>
internal interface IFinding
{
    /// <summary>Gets its name in kebab-case.</summary>
    string Name { get; }

    /// <summary>Gets what it looks for, in words that follow a count or a dash.</summary>
    string Summary { get; }

    /// <summary>Looks at a graph; nothing is said of what is in order.</summary>
    IEnumerable<Finding> Check(FindingContext context);
}
