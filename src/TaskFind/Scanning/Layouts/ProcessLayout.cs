using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>System.Diagnostics.Process</c>: the process id.</summary>
internal sealed class ProcessLayout : FieldsLayout
{
    private readonly int _id;

    private ProcessLayout(ClrType type)
        : base(type) => _id = Value("_processId");

    public static ILayout? TryFor(ClrType type) => TypeNames.DerivesFrom(type, "System.Diagnostics.Process") ? new ProcessLayout(type) : null;

    public int Id(in ObjectBytes o) => o.Int32(_id);
}
