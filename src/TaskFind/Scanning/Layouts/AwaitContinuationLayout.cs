using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>AwaitTaskContinuation</c> and its subclasses, which resume on a SynchronizationContext or TaskScheduler.</summary>
internal sealed class AwaitContinuationLayout : FieldsLayout
{
    private readonly int _action, _context, _scheduler;

    private AwaitContinuationLayout(ClrType type)
        : base(type)
    {
        _action = Reference("m_action", "_action");
        _context = Reference("m_syncContext", "_syncContext");
        _scheduler = Reference("m_scheduler", "_scheduler");
    }

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Threading.Tasks.AwaitTaskContinuation") ? new AwaitContinuationLayout(type) : null;

    public ulong Action(in ObjectBytes o) => o.Ref(_action);

    public ulong Context(in ObjectBytes o) => o.Ref(_context);

    public ulong Scheduler(in ObjectBytes o) => o.Ref(_scheduler);
}
