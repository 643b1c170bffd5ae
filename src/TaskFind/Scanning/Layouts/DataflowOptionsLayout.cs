using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>DataflowBlockOptions</c>: the name that a block was given.</summary>
internal sealed class DataflowOptionsLayout : FieldsLayout
{
    private readonly int _format;

    private DataflowOptionsLayout(ClrType type)
        : base(type) => _format = Reference("_nameFormat");

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Threading.Tasks.Dataflow.DataflowBlockOptions") ? new DataflowOptionsLayout(type) : null;

    public ulong NameFormat(in ObjectBytes o) => o.Ref(_format);
}
