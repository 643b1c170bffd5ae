using TaskFind.Model;

namespace TaskFind.Captures;

/// <summary>The parts of a capture by their numbers, which are never used again for anything else.</summary>
internal static class GraphFormat
{
    /// <summary>Codes all tables of a graph.</summary>
    public static TaskGraphData Code(CaptureCodec c, TaskGraphData? g)
    {
        var (target, takenAt, coverage) = c.Section(1, (g?.Target, g?.TakenAt, g?.Coverage), v => (LookFormat.Target(c, v.Target), LookFormat.Moment(c, v.TakenAt), LookFormat.Coverage(c, v.Coverage)), default);
        return new TaskGraphData
        {
            Target = target ?? throw CaptureDecoder.Damaged(),
            TakenAt = takenAt.GetValueOrDefault(),
            Coverage = coverage ?? new Coverage(),
            Strings = c.Section(2, g?.Strings, v => c.List(v, c.Text!), null) ?? [],
            Methods = c.Section(3, g?.Methods, v => c.List<TaskMethod>(v, m => CodeFormat.Method(c, m)), null) ?? [],
            Points = c.Section(4, g?.Points, v => c.List<AwaitPoint>(v, p => CodeFormat.Point(c, p)), null) ?? [],
            Nodes = c.Section(5, g?.Nodes, v => RowFormat.Nodes(c, v), null) ?? new Rows<NodeRow>(),
            Extras = c.Section(6, g?.Extras, v => RowFormat.Extras(c, v), null) ?? new Rows<NodeExtra>(),
            Waits = c.Section(7, g?.Waits, v => RowFormat.Waits(c, v), null) ?? new Rows<WaitRow>(),
            Facts = c.Section(8, g?.Facts, v => RowFormat.Facts(c, v), null) ?? new Rows<FactRow>(),
            Continuations = c.Section(9, g?.Continuations, v => RowFormat.Continuations(c, v), null) ?? new Rows<ContinuationRow>(),
            Edges = c.Section(10, g?.Edges, v => RowFormat.Edges(c, v), null) ?? new Rows<int>(),
            Requests = c.Section(11, g?.Requests, v => RowFormat.Requests(c, v), null) ?? new Rows<RequestRow>(),
            Exceptions = c.Section(12, g?.Exceptions, v => c.List<ExceptionInfo>(v, e => new ExceptionInfo(c.Text(e?.Type), c.TextOrNull(e?.Message), c.Flag(e?.IsObserved == true))), null) ?? [],
            Contexts = c.Section(13, g?.Contexts, v => c.List<ContextInfo>(v, x => ContextFormat.Context(c, x)), null) ?? [],
            Threads = c.Section(14, g?.Threads, v => c.List<ThreadRow>(v, t => ThreadFormat.Thread(c, t)), null) ?? [],
            RunningMethods = c.Section(15, g?.RunningMethods, v => c.List<RunningMethod>(v, r => new RunningMethod(c.Int(r?.Thread ?? 0), CodeFormat.Method(c, r?.Method), CodeFormat.Point(c, r?.Point))), null) ?? [],
            LoadedMethods = g is { LoadedMethods: null } ? null : c.Section(16, g?.LoadedMethods, v => c.List<LoadedMethod>(v, m => new LoadedMethod(CodeFormat.Method(c, m?.Method), c.Word(m?.Shape ?? default))), null),
            Pool = g is { Pool: null } ? null : c.Section(17, g?.Pool, v => LookFormat.Pool(c, v), null),
            RuntimeAsyncChains = c.Section(18, g?.RuntimeAsyncChains ?? 0, c.Int, 0),
            IsDeep = c.Section(19, g?.IsDeep == true, c.Flag, false), // from version 2 on
        };
    }
}
