using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads any object that is a <c>Task</c>: what all tasks have, plus what its class adds (a state machine, or what a promise waits for).</summary>
internal sealed class TaskObjectLayout : IRootLayout, IMachineHolder
{
    private readonly MachineField? _machine;
    private readonly int _context;

    private TaskObjectLayout(ClrType type, TaskLayout task)
    {
        Task = task;
        _machine = TypeNamesOfTasks.IsBox(type.Name) ? new MachineField(TypeFields.Of(type)) : null;
        _context = _machine is null ? -1 : TypeFields.Of(type).Offset("Context", "m_stateObject", "_stateObject");
        Promise = PromiseCatalogue.Find(type);
        IsPlain = TypeNamesOfTasks.IsPlainTask(type.Name);
        ResultType = TypeNamesOfTasks.Result(type);
        ResultAt = TypeFields.Of(type).Find("m_result", "_result");
        Extent = Math.Max(Math.Max(task.Extent, _machine?.Extent ?? 0), Math.Max(Math.Max(Promise?.Extent ?? 0, ResultExtent), ContextExtent));
        Follow = [.. task.Follow, .. _machine?.Follow ?? [], .. Promise?.Follow ?? []];
    }

    public TaskLayout Task { get; }

    /// <summary>What a promise of this class waits for; null for other classes.</summary>
    public IPromiseLayout? Promise { get; }

    /// <summary>The type of its result as C# writes it; empty for none.</summary>
    public string ResultType { get; }

    public ClrInstanceField? ResultAt { get; }

    public bool IsBox => _machine is not null;

    /// <summary>Gets how many bytes of a box hold the context that its method goes on in; 0 for other tasks.</summary>
    public int ContextExtent => _context < 0 ? 0 : _context + 8;

    /// <summary>Whether it is exactly <c>Task</c> or <c>Task&lt;T&gt;</c>, as a completion source's is.</summary>
    public bool IsPlain { get; }

    public int Extent { get; }

    public IReadOnlyList<int> Follow { get; }

    public MachineLayout? Embedded => _machine?.Embedded;

    /// <summary>Gives the context that a box's method goes on in: .NET keeps it where other tasks have their AsyncState.</summary>
    public ulong Context(in ObjectBytes o) => o.Ref(_context);

    private int ResultExtent => ResultAt is { Offset: >= 0 } result ? 8 + result.Offset + Math.Max(result.Size, 8) : 0;

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, TaskLayout.TypeName) && TaskLayout.TryFor(type) is { } task ? new TaskObjectLayout(type, task) : null;

    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record)
    {
        var flags = Task.Flags(o);
        record.Flags = (int)flags;
        var isNamed = Task.Id(o) != 0 || (!flags.HasFlag(TaskFlags.HiddenState) && Task.State(o) != 0);
        if ((flags & TaskFlags.Completed) != 0)
            return isNamed || values || !flags.HasFlag(TaskFlags.RanToCompletion) ? Keeping.Bytes : Keeping.Record;
        record.Continuation = Task.Continuation(o);
        var suffices = Embedded?.Capture(o, ref record) ?? Promise is null;
        if (_machine is not null && Embedded is null)
            record.Awaited = _machine.Object(o);
        var isPlain = !isNamed && Task.Contingent(o) == 0 && (flags.HasFlag(TaskFlags.PromiseTask) || Task.Action(o) == 0);
        return suffices && isPlain ? Keeping.Record : Keeping.Bytes;
    }
}
