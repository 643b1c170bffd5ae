using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Threading.ExecutionContext</c>: the map of its AsyncLocals, which is not followed, since few looks ask for it.</summary>
internal sealed class ExecutionContextLayout : FieldsLayout
{
    private readonly int _locals;

    private ExecutionContextLayout(ClrType type)
        : base(type) => _locals = Value("m_localValues", "_localValues");

    public static ILayout? TryFor(ClrType type) => type.Name == "System.Threading.ExecutionContext" ? new ExecutionContextLayout(type) : null;

    public ulong Map(in ObjectBytes o) => o.Ref(_locals);
}
