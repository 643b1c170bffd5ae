using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>CancellationTokenSource</c>: whether cancellation was asked for.</summary>
internal sealed class CancellationSourceLayout : FieldsLayout
{
    private readonly int _state;

    private CancellationSourceLayout(ClrType type)
        : base(type) => _state = Value("_state", "m_state");

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Threading.CancellationTokenSource") ? new CancellationSourceLayout(type) : null;

    /// <summary>Tells whether the state is past 0: 1 is notifying, 2 notified.</summary>
    public bool IsRequested(in ObjectBytes o) => o.Int32(_state) != 0;
}
