using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>ExceptionDispatchInfo</c>, which wraps an exception.</summary>
internal sealed class DispatchInfoLayout : FieldsLayout
{
    private readonly int _exception;

    private DispatchInfoLayout(ClrType type)
        : base(type) => _exception = Reference("_exception", "m_Exception");

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Runtime.ExceptionServices.ExceptionDispatchInfo" ? new DispatchInfoLayout(type) : null;

    public ulong Exception(in ObjectBytes o) => o.Ref(_exception);
}
