namespace TaskFind.Model;

/// <summary>The tables of a <see cref="TaskGraph"/>, as <see cref="TaskGraphBuilder"/> made them.</summary>
internal sealed record TaskGraphData
{
    public required TargetInfo Target { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
    public required Coverage Coverage { get; init; }
    public required Rows<NodeRow> Nodes { get; init; }
    public required Rows<NodeExtra> Extras { get; init; }
    public required Rows<WaitRow> Waits { get; init; }
    public required Rows<FactRow> Facts { get; init; }
    public required Rows<ContinuationRow> Continuations { get; init; }
    public required Rows<int> Edges { get; init; }
    public required Rows<RequestRow> Requests { get; init; }
    public required string[] Strings { get; init; }
    public required TaskMethod[] Methods { get; init; }
    public required AwaitPoint[] Points { get; init; }
    public required ExceptionInfo[] Exceptions { get; init; }
    public ContextInfo[] Contexts { get; init; } = [];
    public MethodVariables[] Variables { get; init; } = [];
    public required IReadOnlyList<ThreadRow> Threads { get; init; }
    public required IReadOnlyList<RunningMethod> RunningMethods { get; init; }
    public required IReadOnlyList<LoadedMethod>? LoadedMethods { get; init; }
    public PoolInfo? Pool { get; init; }
    public required int RuntimeAsyncChains { get; init; }
    public bool IsDeep { get; init; }
}
