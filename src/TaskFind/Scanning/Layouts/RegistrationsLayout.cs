using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>CancellationTokenSource+Registrations</c>: whose registrations they are.</summary>
internal sealed class RegistrationsLayout : FieldsLayout
{
    private readonly int _source;

    private RegistrationsLayout(ClrType type)
        : base(type) => _source = Reference("Source");

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.CancellationTokenSource+Registrations" ? new RegistrationsLayout(type) : null;

    public ulong Source(in ObjectBytes o) => o.Ref(_source);
}
