namespace TaskFind.Queries.Findings;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; a healthy program can look so.</summary>
    Info,

    /// <summary>Costs something, or is about to; a healthy program seldom looks so.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Error,
}
