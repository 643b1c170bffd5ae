using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads <c>CancellationTokenSource</c>: whether cancellation was asked for, its timer, and the sources that it is linked to.</summary>
internal sealed class CancellationSourceLayout : FieldsLayout, IRootLayout
{
    private readonly int _state, _timer, _first, _second;

    private CancellationSourceLayout(ClrType type)
        : base(type)
    {
        _state = Value("_state", "m_state");
        _timer = Reference("_timer", "m_timer");
        _first = Registration("_reg1");
        _second = Registration("_reg2");
    }

    public static ILayout? TryFor(ClrType type) =>
        TypeNames.DerivesFrom(type, "System.Threading.CancellationTokenSource") ? new CancellationSourceLayout(type) : null;

    /// <summary>Keeps those that were cancelled: what holds a token of one goes on although it was asked not to.</summary>
    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) => IsRequested(o) ? Keeping.Bytes : Keeping.Nothing;

    /// <summary>Tells whether the state is past 0: 1 is notifying, 2 notified.</summary>
    public bool IsRequested(in ObjectBytes o) => o.Int32(_state) != 0;

    /// <summary>Gives the timer of <c>CancelAfter</c>.</summary>
    public ulong Timer(in ObjectBytes o) => o.Ref(_timer);

    /// <summary>Gives the registrations with the sources that cancel this one; those of a source linked to more than two are not known.</summary>
    public ulong[] Links(in ObjectBytes o) => [o.Ref(_first), o.Ref(_second)];
}
