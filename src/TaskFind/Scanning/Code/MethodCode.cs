namespace TaskFind.Scanning.Code;

/// <summary>Holds the decoded IL of one method with its sequence points, and why what is missing is missing.</summary>
internal sealed record MethodCode(IlCode? Il, string? WhyNoIl, SequenceTable? Table, string? WhyNoLine)
{
    /// <summary>The IL as that of a state machine, where it is one.</summary>
    public MachineIl? Machine { get; init; }

    /// <summary>The suspension points, where it is a state machine.</summary>
    public IReadOnlyList<RawSite> Sites { get; init; } = [];

    /// <summary>Which point is in force where; null without IL or points.</summary>
    public FlowLines? Flow { get; init; }
}
