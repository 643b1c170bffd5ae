using TaskFind.Model;
using TaskFind.Scanning.Code;

namespace TaskFind.Scanning;

/// <summary>What is known of one state machine type: its method, and its places, each interned in the graph once.</summary>
internal sealed class MachineFacts(TaskGraphBuilder builder, int methodIndex, TaskMethod method, StateMachineCode? machine, ModuleCode? code)
{
    private readonly Dictionary<(AwaitPointKind Kind, int State), int> _points = [];

    /// <summary>What was asked for last: most machines of a type stand at the same place.</summary>
    private (AwaitPointKind Kind, int State, int Point) _last = (default, 0, -1);

    public int MethodIndex => methodIndex;

    public TaskMethod Method => method;

    public StateMachineCode? Machine => machine;

    public ModuleCode? Code => code;

    public AwaitSite? Site(int state) => machine?.Site(state);

    /// <summary>Gives the index of the place of a suspended machine.</summary>
    public int Point(AwaitPointKind kind, int state)
    {
        if (_last.Point >= 0 && _last.Kind == kind && _last.State == state)
            return _last.Point;
        if (!_points.TryGetValue((kind, state), out var point))
            _points.Add((kind, state), point = builder.Intern(Make(kind, state), methodIndex));
        _last = (kind, state, point);
        return point;
    }

    private AwaitPoint Make(AwaitPointKind kind, int state)
    {
        if (kind is AwaitPointKind.Done or AwaitPointKind.NotStarted)
            return new AwaitPoint(kind) { Line = method.DefinedAt, WhyNoLine = method.DefinedAt is null ? code?.WhyNoPdb ?? "no PDB" : null };
        if (Site(state) is { } site)
            return site.ToPoint(kind, machine!.AwaitCount);
        return new AwaitPoint(kind) { WhyNoLine = machine?.WhyNoSites ?? (code is null ? "the module's code could not be read" : $"the code has no await of state {state}") };
    }
}
