using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>CancellationTokenSource+CallbackNode</c>, what a registration with a token refers to.</summary>
internal sealed class CallbackNodeLayout : FieldsLayout
{
    private readonly int _registrations;

    private CallbackNodeLayout(ClrType type)
        : base(type) => _registrations = Reference("Registrations", "Partition");

    public static ILayout? TryFor(ClrType type) =>
        type.Name == "System.Threading.CancellationTokenSource+CallbackNode" ? new CallbackNodeLayout(type) : null;

    public ulong Registrations(in ObjectBytes o) => o.Ref(_registrations);
}
