using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Threading.Tasks.Task</c>, whose fields lie at the same offsets in every class derived from it.</summary>
internal sealed class TaskLayout : ILayout
{
    public const string TypeName = "System.Threading.Tasks.Task";
    private readonly int _id, _flags, _state, _continuation, _contingent, _action, _scheduler;

    private TaskLayout(TypeFields fields)
    {
        _id = fields.Offset("m_taskId", "_taskId");
        _flags = fields.Offset("m_stateFlags", "_stateFlags");
        _state = fields.Offset("m_stateObject", "_stateObject");
        _continuation = fields.Offset("m_continuationObject", "_continuationObject");
        _contingent = fields.Offset("m_contingentProperties", "_contingentProperties");
        _action = fields.Offset("m_action", "_action");
        _scheduler = fields.Offset("m_taskScheduler", "_taskScheduler");
        Extent = Math.Max(Math.Max(_id, _flags) + 4, Follow.Max() + 8);
    }

    public int Extent { get; }

    public IReadOnlyList<int> Follow => [_state, _continuation, _contingent, _action, _scheduler];

    /// <summary>Gets where what is registered to continue lies.</summary>
    public int ContinuationAt => _continuation;

    /// <summary>Gets where the AsyncState lies, or what takes its place.</summary>
    public int StateAt => _state;

    /// <summary>Finds the fields; null when this type lacks what every Task has.</summary>
    public static TaskLayout? TryFor(ClrType type)
    {
        var layout = new TaskLayout(TypeFields.Of(type));
        return layout._flags < 0 || layout._continuation < 0 ? null : layout;
    }

    public TaskFlags Flags(in ObjectBytes o) => (TaskFlags)o.Int32(_flags);

    public int Id(in ObjectBytes o) => o.Int32(_id);

    public ulong State(in ObjectBytes o) => o.Ref(_state);

    public ulong Continuation(in ObjectBytes o) => o.Ref(_continuation);

    public ulong Contingent(in ObjectBytes o) => o.Ref(_contingent);

    public ulong Action(in ObjectBytes o) => o.Ref(_action);

    public ulong Scheduler(in ObjectBytes o) => o.Ref(_scheduler);

    /// <summary>Gives what <c>Task.Status</c> would, in the order in which the runtime tests the bits.</summary>
    public static TaskStatus Status(TaskFlags flags) => flags switch
    {
        _ when flags.HasFlag(TaskFlags.Faulted) => TaskStatus.Faulted,
        _ when flags.HasFlag(TaskFlags.Canceled) => TaskStatus.Canceled,
        _ when flags.HasFlag(TaskFlags.RanToCompletion) => TaskStatus.RanToCompletion,
        _ when flags.HasFlag(TaskFlags.WaitingOnChildren) => TaskStatus.WaitingForChildrenToComplete,
        _ when flags.HasFlag(TaskFlags.DelegateInvoked) => TaskStatus.Running,
        _ when flags.HasFlag(TaskFlags.Started) => TaskStatus.WaitingToRun,
        _ when flags.HasFlag(TaskFlags.WaitingForActivation) => TaskStatus.WaitingForActivation,
        _ => TaskStatus.Created,
    };
}
