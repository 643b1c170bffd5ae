using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>TaskExceptionHolder</c>: the exceptions of a task and whether anybody looked at them.</summary>
internal sealed class ExceptionHolderLayout : FieldsLayout
{
    private readonly int _faults, _cancellation, _handled;

    private ExceptionHolderLayout(ClrType type)
        : base(type)
    {
        _faults = Reference("m_faultExceptions", "_faultExceptions");
        _cancellation = Reference("m_cancellationException", "_cancellationException");
        _handled = Value("m_isHandled", "_isHandled");
    }

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.Tasks.TaskExceptionHolder" ? new ExceptionHolderLayout(type) : null;

    /// <summary>Gives the <c>List&lt;ExceptionDispatchInfo&gt;</c> of the faults.</summary>
    public ulong Faults(in ObjectBytes o) => o.Ref(_faults);

    public ulong Cancellation(in ObjectBytes o) => o.Ref(_cancellation);

    public bool IsHandled(in ObjectBytes o) => o.Bool(_handled);
}
