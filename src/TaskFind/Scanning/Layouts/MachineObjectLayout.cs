using Microsoft.Diagnostics.Runtime;
using TaskFind.Scanning.Walking;

namespace TaskFind.Scanning.Layouts;

/// <summary>Reads a state machine that is an object of its own: a Debug build's class, or a struct that a debugger boxed.</summary>
internal sealed class MachineObjectLayout : IRootLayout, IMachineHolder
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
        TypeNamesOfTasks.MightBeMachine(type.Name) && MachineLayout.TryFor(type, TypeFields.Of(type)) is { IsIterator: false } machine
            ? new MachineObjectLayout(machine)
            : null;

    /// <summary>Keeps the bytes of a pooled method's machine too, whose builder tells whether its box is in use.</summary>
    public Keeping Capture(in ObjectBytes o, bool values, ref RootRecord record) =>
        Embedded.Capture(o, ref record) && !Embedded.IsPooled ? Keeping.Record : Keeping.Bytes;
}
