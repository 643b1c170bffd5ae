using Microsoft.Diagnostics.Runtime;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads a state machine that is an object of its own: a Debug build's class, or a struct that a debugger boxed.</summary>
internal sealed class MachineObjectLayout : IMachineHolder
{
    private MachineObjectLayout(MachineLayout machine)
    {
        Embedded = machine;
        Follow = [.. machine.Follow];
    }

    public MachineLayout Embedded { get; }

    MachineLayout? IMachineHolder.Embedded => Embedded;

    public int Extent => Embedded.Extent;

    public IReadOnlyList<int> Follow { get; }

    public static ILayout? TryFor(ClrType type) =>
        MightBeMachine(type.Name) && MachineLayout.TryFor(type, TypeFields.Of(type)) is { IsIterator: false } machine
            ? new MachineObjectLayout(machine)
            : null;

    public ulong MachineObject(in ObjectBytes o) => o.Address;

    /// <summary>Spares other types the look at their fields: C# names machines <c>&lt;M&gt;d__1</c>, VB <c>VB$StateMachine_1_M</c>, F# <c>m@47</c>.</summary>
    internal static bool MightBeMachine(string? name) =>
        name is not null && (name.Contains(">d", StringComparison.Ordinal) || name.Contains("VB$StateMachine", StringComparison.Ordinal)
            || name.Contains('@', StringComparison.Ordinal));
}
