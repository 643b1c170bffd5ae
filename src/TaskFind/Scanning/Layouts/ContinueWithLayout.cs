using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>ContinueWithTaskContinuation</c>: the task that will run.</summary>
internal sealed class ContinueWithLayout : FieldsLayout
{
    private readonly int _task;

    private ContinueWithLayout(ClrType type)
        : base(type) => _task = Reference("m_task", "_task");

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.Tasks.ContinueWithTaskContinuation" ? new ContinueWithLayout(type) : null;

    public ulong Task(in ObjectBytes o) => o.Ref(_task);
}
