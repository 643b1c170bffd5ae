using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>The tables of a capture: those of a graph, and those that records refer to.</summary>
internal sealed class CaptureTables
{
    private static readonly TargetInfo Unknown = new(TargetKind.Capture, null, "?", null, "x64");

    /// <summary>How many rows were met so far, in all tables together.</summary>
    public long Rows { get; set; }

    public Pool<string> Strings { get; } = new();
    public Pool<SourceLine> Lines { get; } = new();
    public Pool<AwaitPoint> Points { get; } = new();
    public Pool<TaskMethod> Methods { get; } = new();
    public Pool<ThreadFrame> Frames { get; } = new();
    public Pool<ActivityInfo> Activities { get; } = new();
    public Pool<LocalInfo> Locals { get; } = new();
    public Pool<VariableInfo> Variables { get; } = new();
    public Pool<Gap> Gaps { get; } = new();
    public Pool<CaptureHead> Head { get; } = new();
    public Pool<TargetInfo> Target { get; } = new();
    public Pool<Coverage> Coverage { get; } = new();
    public Pool<PoolInfo> ThreadPool { get; } = new();
    public Pool<ExceptionInfo> Exceptions { get; } = new();
    public Pool<ContextInfo> Contexts { get; } = new();
    public Pool<MethodVariables> MethodVariables { get; } = new();
    public Pool<ThreadRow> Threads { get; } = new();
    public Pool<RunningMethod> RunningMethods { get; } = new();
    public Pool<LoadedMethod> LoadedMethods { get; } = new();
    public Rows<NodeRow> Nodes { get; private init; } = new();
    public Rows<NodeExtra> Extras { get; private init; } = new();
    public Rows<WaitRow> Waits { get; private init; } = new();
    public Rows<FactRow> Facts { get; private init; } = new();
    public Rows<ContinuationRow> Continuations { get; private init; } = new();
    public Rows<int> Edges { get; private init; } = new();
    public Rows<RequestRow> Requests { get; private init; } = new();

    /// <summary>Takes the tables of a graph.</summary>
    public static CaptureTables Of(TaskGraphData data)
    {
        var tables = new CaptureTables
        {
            Nodes = data.Nodes,
            Extras = data.Extras,
            Waits = data.Waits,
            Facts = data.Facts,
            Continuations = data.Continuations,
            Edges = data.Edges,
            Requests = data.Requests,
        };
        tables.Strings.With(data.Strings);
        tables.Methods.With(data.Methods);
        tables.Points.With(data.Points);
        tables.Exceptions.With(data.Exceptions);
        tables.Contexts.With(data.Contexts);
        tables.MethodVariables.With(data.Variables);
        tables.Threads.With(data.Threads);
        tables.RunningMethods.With(data.RunningMethods);
        tables.LoadedMethods.With(data.LoadedMethods ?? []);
        tables.Target.With([data.Target]);
        tables.Coverage.With([data.Coverage]);
        tables.ThreadPool.With(data.Pool is { } pool ? [pool] : []);
        tables.Head.With([Heading(data)]);
        return tables;
    }

    /// <summary>Gives the tables as those of a graph; that they fit together is <see cref="CaptureCheck"/>'s to say.</summary>
    public TaskGraphData ToData()
    {
        var head = Head.Count > 0 ? Head[0] : new CaptureHead();
        return new()
        {
            Target = (Target.Count > 0 ? Target[0] : Unknown) with { Kind = TargetKind.Capture },
            TakenAt = head.TakenAt,
            Coverage = Coverage.Count > 0 ? Coverage[0] : new(),
            Nodes = Nodes,
            Extras = Extras,
            Waits = Waits,
            Facts = Facts,
            Continuations = Continuations,
            Edges = Edges,
            Requests = Requests,
            Strings = Strings.Take(head.Strings),
            Methods = Methods.Take(head.Methods),
            Points = Points.Take(head.Points),
            Exceptions = Exceptions.ToArray(),
            Contexts = Contexts.ToArray(),
            Variables = MethodVariables.ToArray(),
            Threads = Threads.ToArray(),
            RunningMethods = RunningMethods.ToArray(),
            LoadedMethods = head.HasLoadedMethods ? LoadedMethods.ToArray() : null,
            Pool = ThreadPool.Count > 0 ? ThreadPool[0] : null,
            RuntimeAsyncChains = head.RuntimeAsyncChains,
            IsDeep = head.IsDeep,
        };
    }

    private static CaptureHead Heading(TaskGraphData data) => new()
    {
        TakenAt = data.TakenAt,
        RuntimeAsyncChains = data.RuntimeAsyncChains,
        IsDeep = data.IsDeep,
        Strings = data.Strings.Length,
        Methods = data.Methods.Length,
        Points = data.Points.Length,
        HasLoadedMethods = data.LoadedMethods is not null,
    };
}
