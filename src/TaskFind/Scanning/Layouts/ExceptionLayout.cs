using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Exception</c>: its message.</summary>
internal sealed class ExceptionLayout : FieldsLayout
{
    private readonly int _message;

    private ExceptionLayout(ClrType type)
        : base(type) => _message = Reference("_message");

    public static ILayout? TryFor(ClrType type) => type.IsException ? new ExceptionLayout(type) : null;

    public ulong Message(in ObjectBytes o) => o.Ref(_message);
}
